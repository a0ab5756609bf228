package dev.broadsheet.ingest.ledger;

/// An issue that is to go through the pipeline once more, as it is.
///
/// @param issue with the text to publish
/// @param revision that failed; a newer one in the ledger wins
public record Reissue(IncomingIssue issue, long revision) {}
