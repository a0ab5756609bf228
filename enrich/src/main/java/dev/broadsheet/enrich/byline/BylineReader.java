package dev.broadsheet.enrich.byline;

import dev.broadsheet.contract.Article;
import dev.broadsheet.enrich.date.DateResolver;
import dev.broadsheet.enrich.date.Reference;
import dev.broadsheet.enrich.split.ArticleDraft;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads who reported an article, from byline lines, the report head, credits behind the text and
/// under pictures.
///
/// A pure function; it looks at a bounded stretch of each paragraph.
public final class BylineReader {
  /// A report head stands in the first paragraph, or behind a motto or a pull quote.
  private static final int HEAD_PARAGRAPHS = 3;

  private final Reference reference;
  private final Credits credits = new Credits();
  private @Nullable String agency;
  private Article.Dateline dateline = Article.Dateline.NONE;

  private BylineReader(Reference reference) {
    this.reference = reference;
  }

  /// The byline, agency and dateline of an article.
  public static BylineFindings read(ArticleDraft draft, Reference reference) {
    BylineReader reader = new BylineReader(reference);
    draft.bylines().forEach(reader::readLine);
    List<String> paragraphs = draft.paragraphs();
    for (int i = 0; i < Math.min(HEAD_PARAGRAPHS, paragraphs.size()); i++) {
      if (reader.readLead(paragraphs.get(i))) {
        break;
      }
    }
    if (!paragraphs.isEmpty()) {
      reader.readClosing(paragraphs.getLast());
    }
    paragraphs.forEach(reader::readPicture);
    draft.captions().forEach(reader::readPicture);
    return new BylineFindings(reader.credits.byline(), reader.agency, reader.dateline);
  }

  private void readLine(String line) {
    String folded = Folded.of(line);
    credits.add(line, Credit.read(folded));
    Paper.Agency named = Paper.at(folded.strip(), 0);
    if (agency == null && named != null && named.wire()) {
      agency = named.name();
    }
  }

  /// Whether the paragraph opens the report: it has a head or a credit at its start.
  private boolean readLead(String paragraph) {
    String folded = Folded.of(Excerpt.opening(paragraph));
    ReportHead head = ReportHead.read(folded);
    int start = 0;
    if (head != null) {
      agency = head.agency();
      dateline = new Article.Dateline(head.place(), filedOn(head.date()));
      start = head.end();
    }
    LeadCredit.Found credit = LeadCredit.find(folded, start, head != null);
    if (credit == null) {
      return head != null;
    }
    credits.add(credit.place().of(paragraph), credit.groups());
    return true;
  }

  private @Nullable LocalDate filedOn(@Nullable String date) {
    if (date == null) {
      return null;
    }
    List<Article.DateMention> mentions =
        DateResolver.resolve(null, date + "电", reference).mentions();
    return mentions.isEmpty() ? null : mentions.getFirst().from();
  }

  /// A credit in brackets behind the text: （记者 张三）, （据新华社）.
  private void readClosing(String paragraph) {
    Excerpt closing = Excerpt.closingBracket(paragraph);
    if (closing == null) {
      return;
    }
    String folded = Folded.of(closing.of(paragraph));
    String source = LeadCredit.source(folded);
    if (source != null) {
      agency = agency == null ? source : agency;
      return;
    }
    if (LeadCredit.isCredit(folded) || (credits.isEmpty() && LeadCredit.isNames(folded))) {
      credits.add(closing.of(paragraph), Credit.read(folded));
    }
  }

  /// A photographer named at the end of a caption: …。 李四 摄.
  private void readPicture(String paragraph) {
    Excerpt credit = PictureCredit.find(paragraph);
    if (credit != null) {
      String folded = Folded.of(credit.of(paragraph));
      credits.add(credit.of(paragraph), Credit.read(folded));
    }
  }
}
