package dev.broadsheet.enrich.date;

import dev.broadsheet.contract.Article;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The dates of an article.
///
/// @param mentions in reading order, headline before body
/// @param eventDate value of the main event's date: a day or a range of days
/// @param flags `impossible_date` where a day is named that does not exist
public record DateFindings(
    List<Article.DateMention> mentions, @Nullable String eventDate, List<String> flags) {
  public DateFindings {
    mentions = List.copyOf(mentions);
    flags = List.copyOf(flags);
  }
}
