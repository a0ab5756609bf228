package dev.broadsheet.ingest.encoding;

/// How much a text reads like a Chinese newspaper, counted over its characters beyond ASCII: bytes
/// that are read in the wrong encoding give rare, foreign and private characters.
///
/// @param frequent characters that most of a text is made of, and Chinese punctuation
/// @param odd characters that such a text has next to none of
/// @param counted all characters beyond ASCII that are no white space
record Plausibility(int frequent, int odd, int counted) {
  /// Of newspaper pages 72 to 83 of a hundred characters are frequent (measured); read in a wrong
  /// encoding, at most 4. Lists of names have fewer than running text.
  private static final double LEAST_FREQUENT = 0.22;

  /// Of newspaper pages at most one of a hundred characters is odd (measured); read in a wrong
  /// encoding, 41 or more.
  private static final double MOST_ODD = 0.15;

  private static final int LEAST_EVIDENCE = 2;
  private static final String PUNCTUATION = "，。、：；？！“”‘’《》（）【】—…·「」『』〈〉％";

  /// What a character tells, by its code in the basic plane: pages are judged by the thousand.
  private static final byte[] SIGNS = signs();

  private static final byte NOTHING = 0;
  private static final byte FREQUENT = 1;
  private static final byte ODD = 2;
  private static final byte OTHER = 3;

  static Plausibility of(String text) {
    int[] counts = new int[OTHER + 1];
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)) {
        int whole = text.codePointAt(i);
        counts[sign(whole)]++;
        i += Character.charCount(whole) - 1;
      } else {
        counts[SIGNS[c]]++;
      }
    }
    return new Plausibility(
        counts[FREQUENT], counts[ODD], counts[FREQUENT] + counts[ODD] + counts[OTHER]);
  }

  private static byte[] signs() {
    byte[] signs = new byte[Character.MAX_VALUE + 1];
    for (int c = 0; c < signs.length; c++) {
      signs[c] = sign(c);
    }
    return signs;
  }

  private static byte sign(int c) {
    if (c < 0x80 || c == 0xFEFF || Character.isSpaceChar(c)) {
      return NOTHING;
    }
    if (CommonHan.isFrequent(c) || PUNCTUATION.indexOf(c) >= 0) {
      return FREQUENT;
    }
    return isOdd(c) ? ODD : OTHER;
  }

  /// Whether the text reads like Chinese.
  boolean isPlausible() {
    return counted >= LEAST_EVIDENCE
        && frequent >= LEAST_FREQUENT * counted
        && odd <= MOST_ODD * counted;
  }

  /// From -1, foreign, to 1, as usual as can be.
  double score() {
    return counted == 0 ? 0 : (double) (frequent - odd) / counted;
  }

  private static boolean isOdd(int c) {
    if (Character.isIdeographic(c)) {
      return !CommonHan.isCommon(c);
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.SURROGATE,
          Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.OTHER_LETTER,
          Character.MODIFIER_LETTER ->
          !isFullWidthLatin(c);
      default -> c == 0xFFFD;
    };
  }

  private static boolean isFullWidthLatin(int c) {
    return c >= 0xFF21 && c <= 0xFF5A;
  }
}
