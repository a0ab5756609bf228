package dev.broadsheet.ingest.pdf;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/// Gives back the characters that a file names by another code. Fonts draw a character and the
/// radical of its shape with one glyph, and many programs that embed a font write down the first
/// code that they find for it: `⾦⻩⼀⽚`, where `金黄一片` was set.
///
/// No paper prints radicals for their own sake, so each becomes the character of its shape. What
/// has two, as a door that is written in three ways, becomes the simplified one.
final class Radicals {
  private static final char FIRST = '\u2E3A';
  private static final char LAST = '\u2FD5';
  private static final char KANGXI = '\u2F00';

  /// Pairs of a radical and its character, of those that Unicode does not make equivalent.
  private static final String PAIRS =
      """
      ⺁厂⺄乙⺇几⺊卜⺒巳⺓幺⺛旡⺝月⺟母⺠民⺩王⺶羊⺷羊⺼肉⺽臼\
      ⻁虎⻄西⻅见⻆角⻇角⻉贝⻋车⻑長⻓长⻔门⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻡首⻢马⻣骨⻤鬼\
      ⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻲亀⻳龟\
      ⼾户⾭青\
      """;

  private static final Map<String, String> CHARACTERS = characters();

  private Radicals() {}

  /// The text of one glyph as it was set.
  static String healed(String text) {
    if (text.length() != 1 || text.charAt(0) < FIRST || text.charAt(0) > LAST) {
      return text;
    }
    String character = CHARACTERS.get(text);
    if (character != null) {
      return character;
    }
    return text.charAt(0) >= KANGXI ? Normalizer.normalize(text, Normalizer.Form.NFKC) : text;
  }

  private static Map<String, String> characters() {
    Map<String, String> all = new HashMap<>();
    for (int i = 0; i < PAIRS.length(); i += 2) {
      all.put(PAIRS.substring(i, i + 1), PAIRS.substring(i + 1, i + 2));
    }
    // Dashes that are typed as two or three and drawn as one.
    all.put("\u2E3A", "——");
    all.put("\u2E3B", "———");
    return Map.copyOf(all);
  }
}
