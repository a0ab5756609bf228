package dev.broadsheet.enrich.split;

import org.jspecify.annotations.Nullable;

/// Small numbers as newspapers print them: `3`, `03`, `A3`, `十二`, `二〇二五`.
final class Numerals {
  private static final String DIGITS = "〇一二三四五六七八九";

  private Numerals() {}

  /// The value of a number of at most nine digits, or null.
  static @Nullable Integer parse(String text) {
    String digits = digits(text);
    if (!digits.isEmpty()) {
      return digits.length() > 9 ? null : Integer.valueOf(digits);
    }
    return han(text.replace('零', '〇').replace('○', '〇').replace("廿", "二十").replace("卅", "三十"));
  }

  private static String digits(String text) {
    StringBuilder digits = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits.append(c);
      }
    }
    return digits.toString();
  }

  private static @Nullable Integer han(String text) {
    if (text.isEmpty() || text.length() > 9) {
      return null;
    }
    int ten = text.indexOf('十');
    if (ten < 0) {
      int value = 0;
      for (int i = 0; i < text.length(); i++) {
        int digit = DIGITS.indexOf(text.charAt(i));
        if (digit < 0) {
          return null;
        }
        value = value * 10 + digit;
      }
      return value;
    }
    int tens = ten == 0 ? 1 : DIGITS.indexOf(text.charAt(ten - 1));
    int ones = ten == text.length() - 1 ? 0 : DIGITS.indexOf(text.charAt(ten + 1));
    return tens < 0 || ones < 0 || text.length() > 3 ? null : Integer.valueOf(tens * 10 + ones);
  }
}
