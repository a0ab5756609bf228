package dev.broadsheet.sink.bulk;

import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.sink.bulk.IndexOutcome.Blocked;
import dev.broadsheet.sink.bulk.IndexOutcome.Conflict;
import dev.broadsheet.sink.bulk.IndexOutcome.Indexed;
import dev.broadsheet.sink.bulk.IndexOutcome.Rejected;
import dev.broadsheet.sink.bulk.IndexOutcome.Retry;
import java.util.Set;

/// The one place where a status and an error type get their meaning.
///
/// Messages have no say: they repeat content of the documents, so that an article could choose its
/// own fate.
final class Classification {
  private static final Set<String> MAPPING =
      Set.of(
          "document_parsing_exception",
          "strict_dynamic_mapping_exception",
          "mapper_parsing_exception",
          "mapper_exception",
          "dynamic_mapping_exception");

  // Errors of the index's state that come with a status that elsewhere blames the document.
  private static final Set<String> STATE = Set.of("index_closed_exception");

  private Classification() {}

  /// Outcome of one item of a bulk answer.
  ///
  /// @param type `error.type`, empty when the item has none
  /// @param detail `error.reason`, only handed on
  static IndexOutcome item(int status, String type, String detail) {
    if (status >= 200 && status < 300) {
      return new Indexed();
    }
    String cause = status + " " + type;
    if (isTransient(status, type)) {
      return new Retry(cause);
    }
    if (status == 401 || status == 403 || status == 404 || STATE.contains(type)) {
      return new Blocked(cause);
    }
    if (status == 409 && type.equals("version_conflict_engine_exception")) {
      return new Conflict();
    }
    if (status == 413) {
      return new Rejected(RejectReason.TOO_LARGE, type, detail);
    }
    if (status >= 400 && status < 500) {
      return new Rejected(
          MAPPING.contains(type) ? RejectReason.MAPPING : RejectReason.REFUSED, type, detail);
    }
    return new Retry("unexpected status " + cause);
  }

  /// Meaning of a request that failed as a whole.
  static BatchAnswer request(int status, String type, String detail) {
    String cause = "request answered " + status + " " + type;
    if (isTransient(status, type)) {
      return new BatchAnswer.Whole(new Retry(cause));
    }
    return switch (status) {
      case 400 -> new BatchAnswer.Split(new Rejected(RejectReason.REFUSED, type, detail));
      case 413 -> new BatchAnswer.Split(new Rejected(RejectReason.TOO_LARGE, type, detail));
      // Every other answer speaks of the address, the account or the set-up, not of a record.
      default -> new BatchAnswer.Whole(new Blocked(cause));
    };
  }

  private static boolean isTransient(int status, String type) {
    return status == 429
        || status == 408
        || status >= 500
        // A block on the index, read-only for example: it is lifted some day.
        || (status == 403 && type.equals("cluster_block_exception"));
  }
}
