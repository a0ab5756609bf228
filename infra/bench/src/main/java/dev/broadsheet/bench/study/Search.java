package dev.broadsheet.bench.study;

/// How words are asked for.
enum Search {
  /// Words without quotation marks, as Kibana takes them: any part of them will do.
  AS_TYPED("match", "as typed"),

  /// One after the other, as `./broadsheet search`, the reading room and quotation marks ask.
  AS_PHRASE("match_phrase", "as a phrase");

  private final String query;
  private final String label;

  Search(String query, String label) {
    this.query = query;
    this.label = label;
  }

  /// Name of the query.
  String query() {
    return query;
  }

  /// For the table.
  String label() {
    return label;
  }
}
