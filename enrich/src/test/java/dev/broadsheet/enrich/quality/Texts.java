package dev.broadsheet.enrich.quality;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Comparing texts by what must survive any clean-up of layout.
final class Texts {
  private static final int GRAM = 5;
  private static final double SAME_TITLE = 0.92;

  private Texts() {}

  /// Letters and digits only, widths normalised.
  static String squash(@Nullable String text) {
    if (text == null) {
      return "";
    }
    var out = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFKC)
        .codePoints()
        .filter(Character::isLetterOrDigit)
        .forEach(out::appendCodePoint);
    return out.toString();
  }

  /// Counts of all pieces of five characters.
  static Map<String, Integer> grams(String text) {
    String flat = squash(text);
    Map<String, Integer> grams = new HashMap<>();
    if (!flat.isEmpty() && flat.length() < GRAM) {
      grams.put(flat, 1);
    }
    for (int i = 0; i + GRAM <= flat.length(); i++) {
      grams.merge(flat.substring(i, i + GRAM), 1, Integer::sum);
    }
    return grams;
  }

  /// F1 of two multisets.
  static double f1(Map<String, Integer> one, Map<String, Integer> other) {
    long shared = 0;
    for (var entry : one.entrySet()) {
      shared += Math.min(entry.getValue(), other.getOrDefault(entry.getKey(), 0));
    }
    long sizes = sum(one) + sum(other);
    return sizes == 0 ? 0 : 2.0 * shared / sizes;
  }

  /// Whether two titles are the same but for a character or two.
  static boolean sameTitle(@Nullable String one, @Nullable String other) {
    String a = squash(one);
    String b = squash(other);
    return !a.isEmpty()
        && !b.isEmpty()
        && (a.equals(b) || 2.0 * common(a, b) / (a.length() + b.length()) >= SAME_TITLE);
  }

  private static long sum(Map<String, Integer> counts) {
    return counts.values().stream().mapToLong(Integer::longValue).sum();
  }

  /// Length of the longest common subsequence.
  private static int common(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int i = 0; i < a.length(); i++) {
      int diagonal = 0;
      for (int j = 0; j < b.length(); j++) {
        int above = row[j + 1];
        row[j + 1] = a.charAt(i) == b.charAt(j) ? diagonal + 1 : Math.max(row[j + 1], row[j]);
        diagonal = above;
      }
    }
    return row[b.length()];
  }
}
