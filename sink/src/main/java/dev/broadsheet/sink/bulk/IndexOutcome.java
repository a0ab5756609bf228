package dev.broadsheet.sink.bulk;

import dev.broadsheet.contract.RejectReason;

/// What became of one record in one request.
public sealed interface IndexOutcome {
  /// An outcome after which the record needs nothing more from Elasticsearch.
  sealed interface Final extends IndexOutcome {}

  /// The document is stored, durably.
  record Indexed() implements Final {}

  /// The index holds the same revision already, or a higher one.
  record Superseded() implements Final {}

  /// It can never be indexed: a dead letter.
  ///
  /// @param type error type of Elasticsearch, or the check that failed
  /// @param detail for people; of unknown origin, to be escaped wherever it is shown
  record Rejected(RejectReason reason, String type, String detail) implements Final {}

  /// The index holds this revision or a higher one: the stored document has to be looked at.
  record Conflict() implements IndexOutcome {}

  /// Not now: again later, for ever.
  record Retry(String cause) implements IndexOutcome {}

  /// Not before somebody has set up or allowed something: again later, slowly, for ever.
  record Blocked(String cause) implements IndexOutcome {}
}
