package dev.broadsheet.sink.bulk;

import java.util.List;

/// What an answer says about the records of its request.
sealed interface BatchAnswer {
  /// One outcome for each record, in their order.
  record Items(List<IndexOutcome> outcomes) implements BatchAnswer {
    public Items {
      outcomes = List.copyOf(outcomes);
    }
  }

  /// The same outcome for all, [IndexOutcome.Retry] or [IndexOutcome.Blocked].
  record Whole(IndexOutcome outcome) implements BatchAnswer {}

  /// Nobody answered, or what answered broke off: nothing is known of any record.
  record Unanswered(String cause) implements BatchAnswer {}

  /// Refused as a whole, perhaps for one record's sake: halves are to be tried, and a record that
  /// is refused alone has the outcome `alone`.
  record Split(IndexOutcome.Rejected alone) implements BatchAnswer {}
}
