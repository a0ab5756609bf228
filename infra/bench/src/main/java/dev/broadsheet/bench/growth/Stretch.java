package dev.broadsheet.bench.growth;

import dev.broadsheet.bench.run.Span;
import java.util.Map;

/// A measured stretch of an index's growth.
///
/// @param before documents in the index at its beginning
/// @param documents that came in
/// @param span until all are indexed, searchable, and no merge runs
/// @param merged documents that merges wrote in it
record Stretch(long before, long documents, Span span, long merged) {
  static final String NODE = "node";
  static final String BROKER = "broker";
  static final String ENRICH = "enrich";
  static final String SINK = "sink";

  double documentsASecond() {
    return documents / span.seconds();
  }

  /// Seconds of processor time for 1,000 documents.
  ///
  /// @param kind of process; instances are named after it, `sink-2`
  double cpu(String kind) {
    return span.cpu().entrySet().stream()
            .filter(e -> e.getKey().equals(kind) || e.getKey().startsWith(kind + "-"))
            .mapToDouble(Map.Entry::getValue)
            .sum()
        * 1_000
        / documents;
  }

  /// What node and sink take together for 1,000 documents.
  double loading() {
    return cpu(NODE) + cpu(SINK);
  }

  /// How often a document was written again.
  double rewrites() {
    return merged / (double) documents;
  }
}
