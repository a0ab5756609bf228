package dev.broadsheet.ingest.poll;

import dev.broadsheet.ingest.ledger.Publication;

/// What became of a page of a feed.
public sealed interface PageOutcome {
  /// Its text is in the ledger.
  record Taken(Publication publication) implements PageOutcome {}

  /// It was taken before, and not asked for or not changed since.
  record Known() implements PageOutcome {}

  /// The site does not have it, for now.
  record Absent() implements PageOutcome {}

  /// It could not be had; asking again later may help.
  ///
  /// @param message what is wrong
  record Later(String message) implements PageOutcome {}

  /// It is not taken in.
  ///
  /// @param code stable, for machines
  /// @param message what is wrong and what to do
  record Refused(String code, String message) implements PageOutcome {}
}
