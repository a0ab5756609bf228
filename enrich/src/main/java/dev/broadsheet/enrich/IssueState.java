package dev.broadsheet.enrich;

/// What was last forwarded for an issue.
///
/// @param revision of the issue
/// @param sha256 of the record value that the revision had, hex
/// @param articles number of live articles: positions 1 to `articles`
record IssueState(long revision, String sha256, int articles) {}
