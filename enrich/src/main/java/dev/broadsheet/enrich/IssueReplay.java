package dev.broadsheet.enrich;

import dev.broadsheet.contract.RejectReason;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// What the stage would make of one record of the issues topic, for whoever replays the archive
/// without the stage. Same checks, same bytes.
public final class IssueReplay {
  private IssueReplay() {}

  /// What becomes of the record.
  public sealed interface Outcome {}

  /// All documents of the issue; none when it is withdrawn.
  public record Documents(List<Document> documents) implements Outcome {
    public Documents {
      documents = List.copyOf(documents);
    }
  }

  /// A dead letter.
  public record Refused(RejectReason reason, String message) implements Outcome {}

  /// One document.
  ///
  /// @param id of the article
  /// @param revision of the issue
  /// @param json exactly the bytes to index
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  public record Document(String id, long revision, byte[] json) {}

  /// Computes it.
  public static Outcome of(ConsumerRecord<byte[], byte[]> record, Enricher enricher) {
    return switch (IssueChange.of(record, null, enricher)) {
      case IssueChange.Replaced(var state, var documents) ->
          new Documents(
              documents.stream()
                  .map(d -> new Document(d.id(), state.revision(), d.json().get()))
                  .toList());
      case IssueChange.Rejected(var reason, var message, _) -> new Refused(reason, message);
      case IssueChange.Repeated() -> throw unknown();
      case IssueChange.Stale() -> throw unknown();
    };
  }

  private static IllegalStateException unknown() {
    return new IllegalStateException("nothing came before this record, yet it counts as a repeat");
  }
}
