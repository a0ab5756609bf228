package dev.broadsheet.enrich.byline;

import dev.broadsheet.contract.Article;
import org.jspecify.annotations.Nullable;

/// Who reported an article, for whom, and from where.
///
/// @param byline persons by what they did, each once per role, padding taken out of their names
/// @param agency name of the agency or paper in the report head: `本报`, `新华社`; null when there
///     is no report head
/// @param dateline place and day of filing
public record BylineFindings(
    Article.Byline byline, @Nullable String agency, Article.Dateline dateline) {}
