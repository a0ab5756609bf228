package dev.broadsheet.enrich.date;

import org.jspecify.annotations.Nullable;

/// A whole number as printed, in Arabic or Chinese digits.
///
/// @param value the number, or -1 where it is too long or is no number (十四五)
/// @param end index behind it
/// @param digits printed digits
/// @param chinese whether it is in Chinese digits
record Numeral(int value, int end, int digits, boolean chinese) {
  private static final int NONE = -1;
  private static final int YEAR_DIGITS = 4;

  static boolean starts(char c) {
    return isArabic(c) || isChinese(c);
  }

  static @Nullable Numeral read(Squeezed text, int start) {
    char c = text.at(start);
    if (isArabic(c)) {
      return arabic(text, start);
    }
    return isChinese(c) ? chinese(text, start) : null;
  }

  private static boolean isArabic(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isChinese(char c) {
    return digit(c) >= 0 || c == '十' || c == '廿' || c == '卅' || c == '百' || c == '千';
  }

  /// Value of a single Chinese digit, or -1.
  static int digit(char c) {
    return switch (c) {
      case '〇', '零' -> 0;
      case '一' -> 1;
      case '二' -> 2;
      case '三' -> 3;
      case '四' -> 4;
      case '五' -> 5;
      case '六' -> 6;
      case '七' -> 7;
      case '八' -> 8;
      case '九' -> 9;
      default -> NONE;
    };
  }

  private static Numeral arabic(Squeezed text, int start) {
    int end = start + 1;
    while (isArabic(text.at(end)) && !text.isGapBefore(end)) {
      end++;
    }
    if (end == start + 1) {
      end = letterSpaced(text, start);
    }
    return new Numeral(value(text, start, end), end, end - start, false);
  }

  /// Letter-spacing sets every digit apart (2 0 2 5 年); two numbers in a row are not joined.
  private static int letterSpaced(Squeezed text, int start) {
    int end = start + 1;
    int limit = start + YEAR_DIGITS;
    while (end < limit
        && isArabic(text.at(end))
        && text.isGapBefore(end)
        && !text.isLineStart(end)) {
      end++;
    }
    boolean unit = "年月日".indexOf(text.at(end)) >= 0 && text.isGapBefore(end);
    int digits = end - start;
    return unit && (digits == 2 || digits == YEAR_DIGITS) ? end : start + 1;
  }

  private static int value(Squeezed text, int start, int end) {
    if (end - start > 4) {
      return NONE;
    }
    int value = 0;
    for (int i = start; i < end; i++) {
      value = value * 10 + text.at(i) - '0';
    }
    return value;
  }

  private static Numeral chinese(Squeezed text, int start) {
    int end = start + 1;
    boolean positional = digit(text.at(start)) >= 0;
    while (isChinese(text.at(end)) || (positional && isZeroLike(text.at(end)))) {
      positional &= digit(text.at(end)) >= 0 || isZeroLike(text.at(end));
      end++;
    }
    int value = positional ? positional(text, start, end) : composed(text, start, end);
    return new Numeral(value, end, end - start, true);
  }

  /// Zeros that stand for 〇 inside a Chinese year (二00八年, 二OO八年).
  private static boolean isZeroLike(char c) {
    return c == '0' || c == 'O' || c == 'o';
  }

  private static int positional(Squeezed text, int start, int end) {
    int digits = end - start;
    if (digits != 1 && digits != 4) {
      return NONE;
    }
    int value = 0;
    for (int i = start; i < end; i++) {
      value = value * 10 + Math.max(0, digit(text.at(i)));
    }
    return value;
  }

  /// 十, 十二, 二十, 二十一, 廿一, 三十八.
  private static int composed(Squeezed text, int start, int end) {
    char first = text.at(start);
    int i = start;
    int tens;
    if (digit(first) > 0 && text.at(start + 1) == '十') {
      tens = digit(first);
      i += 2;
    } else if (first == '十' || first == '廿' || first == '卅') {
      tens = "十廿卅".indexOf(first) + 1;
      i++;
    } else {
      return NONE;
    }
    if (i == end) {
      return tens * 10;
    }
    return i + 1 == end && digit(text.at(i)) > 0 ? tens * 10 + digit(text.at(i)) : NONE;
  }
}
