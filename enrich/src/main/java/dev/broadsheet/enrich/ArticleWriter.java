package dev.broadsheet.enrich;

import dev.broadsheet.contract.Article;
import dev.broadsheet.contract.ArticleId;
import dev.broadsheet.enrich.byline.BylineFindings;
import dev.broadsheet.enrich.byline.BylineReader;
import dev.broadsheet.enrich.date.DateFindings;
import dev.broadsheet.enrich.date.DateResolver;
import dev.broadsheet.enrich.lexicon.Reading;
import dev.broadsheet.enrich.name.NameFinder;
import dev.broadsheet.enrich.name.NameLists;
import dev.broadsheet.enrich.split.ArticleDraft;
import dev.broadsheet.enrich.subject.Fingerprint;
import dev.broadsheet.enrich.subject.GenreClassifier;
import dev.broadsheet.enrich.subject.KeywordPicker;
import dev.broadsheet.enrich.subject.TopicClassifier;
import dev.broadsheet.enrich.subject.TopicTerms;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Makes the document of one article from what the splitter cut. Immutable, safe to share.
final class ArticleWriter {
  private static final String DUPLICATE = "duplicate_text";

  private final NameLists lists;
  private final NameFinder names;
  private final GenreClassifier genres = GenreClassifier.load();
  private final TopicClassifier topics;

  ArticleWriter(TopicTerms terms) {
    lists = NameLists.load(terms.words());
    names = NameFinder.of(lists);
    topics = TopicClassifier.of(terms);
  }

  /// @param duplicateOf id of the article of this issue that has the same body, or null
  Article write(
      IssueContext issue, ArticleDraft draft, int position, @Nullable String duplicateOf) {
    var reference = issue.date().reference();
    BylineFindings credits = BylineReader.read(draft, reference);
    String body = draft.body();
    DateFindings dates = DateResolver.resolveGroup(draft.head(), body, reference);
    return new Article(
        new ArticleId(issue.issue().key(), position).toString(),
        position,
        issue.date().day(),
        issue.issue(),
        text(draft, body, credits),
        findings(issue, draft, body, credits, dates, duplicateOf),
        issue.version());
  }

  private Article.Text text(ArticleDraft draft, String body, BylineFindings credits) {
    return new Article.Text(
        draft.head().headline(),
        draft.head().kicker(),
        draft.head().subheads(),
        draft.head().column(),
        genres.classify(draft, credits.agency()).code(),
        credits.byline(),
        credits.agency(),
        credits.dateline(),
        body,
        draft.captions(),
        draft.jumps().continuedOn(),
        draft.jumps().continuedFrom());
  }

  private Article.Findings findings(
      IssueContext issue,
      ArticleDraft draft,
      String body,
      BylineFindings credits,
      DateFindings dates,
      @Nullable String duplicateOf) {
    Reading reading =
        Reading.of(lists.segmenter(), headlines(draft), draft.head().column(), draft.paragraphs());
    Article.Entities entities = names.find(reading, authors(credits.byline()));
    List<Article.TopicLabel> labels = topics.classify(reading);
    Set<String> flags = new TreeSet<>(draft.flags());
    flags.addAll(issue.date().flags());
    flags.addAll(dates.flags());
    if (duplicateOf != null) {
      flags.add(DUPLICATE);
    }
    return new Article.Findings(
        dates.eventDate(),
        dates.mentions(),
        labels,
        entities,
        KeywordPicker.pick(reading, entities, labels),
        length(body),
        draft.paragraphs().isEmpty() ? null : Fingerprint.of(body),
        duplicateOf,
        List.copyOf(flags));
  }

  private static List<String> headlines(ArticleDraft draft) {
    List<String> group = new ArrayList<>();
    if (draft.head().kicker() != null) {
      group.add(draft.head().kicker());
    }
    if (draft.head().headline() != null) {
      group.add(draft.head().headline());
    }
    group.addAll(draft.head().subheads());
    return group;
  }

  private static Set<String> authors(Article.Byline byline) {
    Set<String> all = new HashSet<>(byline.reporters());
    all.addAll(byline.correspondents());
    all.addAll(byline.photographers());
    return all;
  }

  private static int length(String body) {
    int blanks = 0;
    for (int i = 0; i < body.length(); i++) {
      char letter = body.charAt(i);
      blanks += letter <= '\u3000' && Character.isWhitespace(letter) ? 1 : 0;
    }
    return body.codePointCount(0, body.length()) - blanks;
  }
}
