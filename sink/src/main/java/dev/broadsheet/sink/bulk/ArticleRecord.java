package dev.broadsheet.sink.bulk;

/// A record that passed [RecordCheck].
///
/// @param id text of the article id
/// @param revision the external version
public record ArticleRecord(TrackedRecord origin, String id, long revision) {
  // Room for the action line around the id and the revision.
  private static final int ACTION_BYTES = 96;

  byte[] value() {
    return origin.source().value();
  }

  /// About what it takes in a bulk body.
  int bytes() {
    return value().length + id.length() * 3 + ACTION_BYTES;
  }

  boolean forgotten() {
    return origin.ledger().forgotten();
  }
}
