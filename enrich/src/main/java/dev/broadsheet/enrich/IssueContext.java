package dev.broadsheet.enrich;

import dev.broadsheet.contract.Article;
import dev.broadsheet.contract.IssueHints;
import dev.broadsheet.contract.RawIssue;
import dev.broadsheet.enrich.date.IssueDate;
import dev.broadsheet.enrich.date.IssueDating;
import dev.broadsheet.enrich.split.MastheadFields;
import dev.broadsheet.enrich.split.PageSplit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What all articles of an issue share.
///
/// @param issue as it stands in every document
/// @param date the issue's day and how it is known
/// @param version revision and source
record IssueContext(Article.Issue issue, IssueDate date, Article.Version version) {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");

  static IssueContext of(RawIssue raw, PageSplit page, Article.Source source) {
    IssueDate date =
        IssueDating.decide(
            page.masthead(),
            page.articles(),
            raw.hints().date(),
            IssueDating.fromPath(raw.key()).orElse(null));
    return new IssueContext(
        issue(raw.key(), page.masthead(), raw.hints(), date),
        date,
        new Article.Version(raw.revision(), false, source, Pipeline.VERSION));
  }

  private static Article.Issue issue(
      String key, MastheadFields masthead, IssueHints hints, IssueDate date) {
    return new Article.Issue(
        key,
        masthead.paper() == null ? hints.paper() : masthead.paper(),
        masthead.publisher(),
        masthead.serial(),
        masthead.postalCode(),
        masthead.number(),
        date.day(),
        date.source(),
        date.lunarDate(),
        date.weekday(),
        masthead.pages(),
        masthead.page() == null ? number(hints.page()) : masthead.page(),
        masthead.section(),
        masthead.website());
  }

  /// The page number of a hint; what is not a number is left out.
  private static @Nullable Integer number(@Nullable String text) {
    return text != null && NUMBER.matcher(text.strip()).matches()
        ? Integer.valueOf(text.strip())
        : null;
  }
}
