package dev.broadsheet.enrich.page;

/// How a text ends: what a sentence needs to go on.
public enum Ending {
  /// With an end mark: 。！？…
  CLOSED,
  /// With a semicolon, which ends an item of a list.
  ITEM,
  /// With a comma, a colon or an opening mark: the sentence goes on.
  OPEN,
  /// With a letter or a closing quotation mark: a headline, or a sentence cut at a column end.
  BARE;

  private static final int LONGEST_SIGNATURE = 30;

  /// How the text ends; an empty text is `CLOSED`.
  public static Ending of(String text) {
    int i = lastLetter(text, text.length() - 1);
    if (i < 0) {
      return text.isEmpty() ? CLOSED : BARE;
    }
    if (i < text.length() - 1 && isSigned(text, i)) {
      return CLOSED;
    }
    char c = text.charAt(i);
    boolean last = i == text.length() - 1;
    if (isStop(text, i)) {
      return CLOSED;
    }
    if (c == '；' || c == ';') {
      return ITEM;
    }
    return last && "，,、：:（(《“‘「『".indexOf(c) >= 0 ? OPEN : BARE;
  }

  private static int lastLetter(String text, int from) {
    int i = from;
    while (i >= 0 && (Glyphs.isClosing(text.charAt(i)) || Glyphs.isBlank(text.charAt(i)))) {
      i--;
    }
    return i;
  }

  private static boolean isStop(String text, int i) {
    char c = text.charAt(i);
    return Glyphs.isFullStop(c) || (c == '.' && i > 0 && !Glyphs.isHan(text.charAt(i - 1)));
  }

  /// `…。（张三）`: a bracket behind the end mark holds who wrote.
  private static boolean isSigned(String text, int last) {
    char close = text.charAt(text.length() - 1);
    if (close != '）' && close != ')') {
      return false;
    }
    int open = Math.max(text.lastIndexOf('（', last), text.lastIndexOf('(', last));
    if (open < 1 || last - open > LONGEST_SIGNATURE) {
      return false;
    }
    int before = lastLetter(text, open - 1);
    return before >= 0 && isStop(text, before);
  }

  /// Whether a paragraph may end here.
  public boolean isEnd() {
    return this == CLOSED || this == ITEM;
  }
}
