package dev.broadsheet.bench.run;

import java.util.Map;

/// One measured run of one way to bring documents into the index.
///
/// @param name of the way
/// @param documents that were indexed in the measured time
/// @param span from its beginning until all are indexed, searchable and merged
/// @param acknowledged seconds of it until the last document was indexed
/// @param peaks largest memory of each process so far, MB
record Trial(String name, long documents, Span span, double acknowledged, Map<String, Long> peaks) {
  double documentsASecond() {
    return documents / span.seconds();
  }

  /// Seconds of processor time for 1,000 documents.
  double cpu(String process) {
    return span.cpu(process) * 1_000 / documents;
  }
}
