package dev.broadsheet.cli.trace;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/// How far one issue is.
///
/// @param key of the issue
/// @param receipt what the ledger says; null when nothing was ever taken in under the key
/// @param archive the record of the text; null when it is not there
/// @param enriched whether the enrich stage is past that record
/// @param letters why something of this revision could not be processed
/// @param articles in the order of their positions
public record Trace(
    String key,
    @Nullable Receipt receipt,
    @Nullable Archived archive,
    boolean enriched,
    List<Letter> letters,
    List<Article> articles) {
  public Trace {
    letters = List.copyOf(letters);
    articles = List.copyOf(articles);
  }

  /// The newest entry of the ledger.
  ///
  /// @param state `accepted` or `withdrawn`
  /// @param bytes of the original text
  public record Receipt(long revision, String state, long bytes, Instant at, Place place) {}

  /// The record of the newest revision in the archive.
  public record Archived(Instant receivedAt, Place place) {}

  /// A dead letter of the newest revision.
  public record Letter(String stage, String reason, Place place) {}

  /// An article of the newest revision, or one that the revision took out of search.
  ///
  /// @param place its record; null when it is not found, or compaction has taken it
  /// @param passed whether the sink is past that record
  /// @param indexed the revision that the index has; 0 when it has none
  /// @param searchable whether a search finds it
  public record Article(
      String id, @Nullable Place place, boolean passed, long indexed, boolean searchable) {}

  /// Where a record is, written as `dlq show` takes it: `broadsheet.issues.dlq/0/17`.
  public record Place(String topic, int partition, long offset) {
    static Place of(ConsumerRecord<?, ?> record) {
      return new Place(record.topic(), record.partition(), record.offset());
    }

    @Override
    public String toString() {
      return topic + "/" + partition + "/" + offset;
    }
  }

  /// What is to be said in one word.
  public enum State {
    /// Nothing was taken in under the key.
    UNKNOWN,
    /// A stage gave it up.
    FAILED,
    /// It is taken in and not through yet.
    ON_THE_WAY,
    /// Every article is where it belongs.
    SEARCHABLE,
    /// It is withdrawn, and no search finds it.
    WITHDRAWN
  }

  /// How far it is, in one word.
  public State state() {
    return Optional.ofNullable(receipt).map(this::state).orElse(State.UNKNOWN);
  }

  private State state(Receipt known) {
    boolean through = enriched && articles.stream().allMatch(a -> a.indexed() >= known.revision());
    boolean withdrawn = "withdrawn".equals(known.state());
    if (!letters.isEmpty()) {
      return State.FAILED;
    }
    if (!through) {
      return State.ON_THE_WAY;
    }
    if (withdrawn) {
      return articles.stream().noneMatch(Article::searchable) ? State.WITHDRAWN : State.ON_THE_WAY;
    }
    return articles.stream().anyMatch(Article::searchable) ? State.SEARCHABLE : State.ON_THE_WAY;
  }
}
