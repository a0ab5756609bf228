package dev.broadsheet.bench.study;

/// A way to cut Chinese text for the index.
///
/// @param name for the table
/// @param index its index
/// @param settings of the index: analyzer `chinese`, which the mapping names
record Analysis(String name, String index, String settings) {
  static final Analysis UNIGRAMS =
      new Analysis("single characters (`standard`)", "study-unigrams", settings("", ""));
  static final Analysis BIGRAMS =
      new Analysis(
          "pairs (`cjk_bigram`), as shipped", "study-bigrams", settings("", ", \"cjk_bigram\""));
  static final Analysis MIX =
      new Analysis(
          "pairs and single characters",
          "study-mix",
          settings(
              "\"filter\": {\"both\": {\"type\": \"cjk_bigram\", \"output_unigrams\": true}},",
              ", \"both\""));

  private static String settings(String filters, String last) {
    return """
    {"index": {"number_of_shards": 1, "number_of_replicas": 0, "max_result_window": 100000},
     "analysis": {%s "analyzer": {"chinese": {"type": "custom", "tokenizer": "standard",
       "filter": ["cjk_width", "lowercase"%s]}}}}
    """
        .formatted(filters, last);
  }
}
