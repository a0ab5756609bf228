package dev.broadsheet.contract;

import org.jspecify.annotations.Nullable;

/// What the source says about an issue beside its text; each may be absent.
///
/// @param paper name of the paper
/// @param date day of the issue, ISO 8601, as the source gave it
/// @param page page number, as the source gave it
public record IssueHints(@Nullable String paper, @Nullable String date, @Nullable String page) {
  public static final IssueHints NONE = new IssueHints(null, null, null);
}
