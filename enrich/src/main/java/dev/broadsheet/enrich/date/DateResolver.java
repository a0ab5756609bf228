package dev.broadsheet.enrich.date;

import dev.broadsheet.contract.Article;
import dev.broadsheet.contract.Limits;
import dev.broadsheet.enrich.date.Expression.Match;
import dev.broadsheet.enrich.split.ArticleDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Finds the dates of an article and says which days they mean.
///
/// A pure function; linear in the length of the text.
public final class DateResolver {
  /// A day is named that does not exist.
  public static final String IMPOSSIBLE = "impossible_date";

  private final Timeline timeline;
  private final TreeSet<String> flags = new TreeSet<>();
  private final List<Article.DateMention> mentions = new ArrayList<>();

  private DateResolver(Reference reference) {
    this.timeline = new Timeline(reference);
  }

  /// The dates of a headline and a body, read from the day of the issue.
  ///
  /// Left out is what cannot be fixed to a day, month, quarter, year or range: 近日, durations,
  /// names of plans. Of more than [Limits#MAX_DATES] one too many is given. Offsets are in code
  /// points of the field.
  public static DateFindings resolve(@Nullable String headline, String body, Reference reference) {
    DateResolver resolver = new DateResolver(reference);
    resolver.readHead("headline", headline);
    return resolver.finish(body, reference);
  }

  /// The dates of a whole headline group and a body: kicker, headline, subheads, body.
  ///
  /// Mentions outside headline and body have the fields `kicker` and `subheads`; offsets in the
  /// latter are into the subheads joined by a line break.
  public static DateFindings resolveGroup(
      ArticleDraft.Head head, String body, Reference reference) {
    DateResolver resolver = new DateResolver(reference);
    resolver.readHead("kicker", head.kicker());
    resolver.readHead("headline", head.headline());
    resolver.readHead("subheads", String.join("\n", head.subheads()));
    return resolver.finish(body, reference);
  }

  private void readHead(String field, @Nullable String text) {
    if (text != null) {
      read(field, Squeezed.of(text));
      timeline.endParagraph();
    }
  }

  private DateFindings finish(String body, Reference reference) {
    Squeezed text = Squeezed.of(body);
    List<Dated> dated = read("body", text);
    String event = EventDay.of(text, dated, reference);
    return new DateFindings(mentions, event, List.copyOf(flags));
  }

  private List<Dated> read(String field, Squeezed text) {
    List<Dated> dated = new ArrayList<>();
    new DateScan(text)
        .forEach(
            match -> resolve(field, text, match, dated),
            timeline::endSentence,
            timeline::endParagraph);
    return dated;
  }

  private void resolve(String field, Squeezed text, Match match, List<Dated> dated) {
    if (mentions.size() > Limits.MAX_DATES) {
      // The issue is refused for them; they need not be known.
      return;
    }
    Cue cue = Cue.around(text, match.start(), match.end());
    switch (timeline.resolve(match.expression(), match.start(), cue)) {
      case Outcome.Found(Span span) when isRepeated(match, span, dated) -> {}
      case Outcome.Found(Span span) -> {
        dated.add(new Dated(match.expression(), match.start(), match.end(), span));
        mentions.add(mention(field, text, match, span));
        if (EventDay.isFiling(text, match.end()) && span.isDays()) {
          timeline.fileOn(span.from());
        }
      }
      case Outcome.Impossible() -> flags.add(IMPOSSIBLE);
      case Outcome.Unknown() -> {}
    }
  }

  /// 3月12日植树节: the festival only names the day that stands before it.
  private static boolean isRepeated(Match match, Span span, List<Dated> dated) {
    return match.expression() instanceof Expression.Feast
        && !dated.isEmpty()
        && dated.getLast().end() == match.start()
        && dated.getLast().span().equals(span);
  }

  private static Article.DateMention mention(String field, Squeezed text, Match match, Span span) {
    return new Article.DateMention(
        text.text(match.start(), match.end()),
        span.value(),
        span.from(),
        span.to(),
        field,
        text.offset(match.start()),
        text.endOffset(match.end()));
  }
}
