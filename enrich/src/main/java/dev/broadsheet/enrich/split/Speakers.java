package dev.broadsheet.enrich.split;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Who speaks on the page: a word and a colon that open several rows, `某某：…`, are the lines of a
/// talk and no headlines.
final class Speakers {
  private static final int LONGEST = 6;

  private final Map<String, Integer> counts = new HashMap<>();

  Speakers(List<RowFacts> rows) {
    for (RowFacts row : rows) {
      int colon = label(row.text());
      if (colon > 0) {
        counts.merge(row.text().substring(0, colon), 1, Integer::sum);
      }
    }
  }

  /// Whether the row is what someone says in a talk.
  boolean isLine(String text) {
    if (TextSigns.isAnswer(text)) {
      return true;
    }
    int colon = label(text);
    return colon > 0 && counts.getOrDefault(text.substring(0, colon), 0) >= 2;
  }

  private static int label(String text) {
    int colon = TextSigns.colon(text);
    return colon >= 1 && colon <= LONGEST && colon < text.length() - 1 ? colon : 0;
  }
}
