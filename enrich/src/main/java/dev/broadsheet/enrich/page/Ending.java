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

  /// How the text ends; an empty text is `CLOSED`.
  public static Ending of(String text) {
    int i = text.length() - 1;
    while (i >= 0 && (Glyphs.isClosing(text.charAt(i)) || Glyphs.isBlank(text.charAt(i)))) {
      i--;
    }
    if (i < 0) {
      return text.isEmpty() ? CLOSED : BARE;
    }
    char c = text.charAt(i);
    boolean last = i == text.length() - 1;
    if (Glyphs.isFullStop(c) || (c == '.' && i > 0 && !Glyphs.isHan(text.charAt(i - 1)))) {
      return CLOSED;
    }
    if (c == '；' || c == ';') {
      return ITEM;
    }
    return last && "，,、：:（(《“‘「『".indexOf(c) >= 0 ? OPEN : BARE;
  }

  /// Whether a paragraph may end here.
  public boolean isEnd() {
    return this == CLOSED || this == ITEM;
  }
}
