package dev.broadsheet.sink.bulk;

import java.util.List;

/// Records that go into one request.
///
/// @param attempt how often these records were put back, from 0
/// @param due nano time before which it is not sent
record Batch(Kind kind, List<ArticleRecord> records, int attempt, long due) {
  enum Kind {
    INDEX,
    LOOK_UP
  }

  Batch {
    records = List.copyOf(records);
  }

  /// Without the records of partitions that were given up.
  Batch owned() {
    return new Batch(
        kind, records.stream().filter(record -> !record.forgotten()).toList(), attempt, due);
  }

  /// The two halves, to be sent at once.
  List<Batch> halves(long now) {
    int middle = records.size() / 2;
    return List.of(
        new Batch(kind, records.subList(0, middle), attempt, now),
        new Batch(kind, records.subList(middle, records.size()), attempt, now));
  }
}
