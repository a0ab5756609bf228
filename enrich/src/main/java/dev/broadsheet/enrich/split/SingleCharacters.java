package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.page.Glyphs;
import dev.broadsheet.enrich.page.LetterSpacing;
import java.util.List;

/// What a short headline shares with paragraphs beyond pairs of characters: the headline of an
/// essay names its subject in one character, `桥`, `雨夜听书`.
final class SingleCharacters {
  private static final int LONGEST = 6;
  private static final double COMMON = 0.25;
  private static final double ONCE = 0.4;

  private final List<Stretch> stretches;

  /// Paragraphs that have each character, counted for the first short headline: most pages have
  /// none.
  private short[] frequency = {};

  private int paragraphs;

  SingleCharacters(List<Stretch> stretches) {
    this.stretches = stretches;
  }

  private void count() {
    frequency = new short[1 << 16];
    int[] seen = new int[1 << 16];
    for (Stretch stretch : stretches) {
      for (Paragraph paragraph : stretch.paragraphs()) {
        paragraphs++;
        String text = paragraph.text();
        for (int i = 0; i < text.length(); i++) {
          char c = text.charAt(i);
          if (seen[c] != paragraphs) {
            seen[c] = paragraphs;
            frequency[c] = (short) Math.min(Short.MAX_VALUE, frequency[c] + 1);
          }
        }
      }
    }
  }

  /// Adds the weight of the characters that a headline shares with each paragraph.
  void add(String spaced, List<Paragraph> texts, double[] weights) {
    String headline = LetterSpacing.close(spaced);
    if (headline.length() > LONGEST) {
      return;
    }
    if (frequency.length == 0) {
      count();
    }
    for (int k = 0; k < headline.length(); k++) {
      char c = headline.charAt(k);
      if (!Glyphs.isHan(c) || frequency[c] == 0 || frequency[c] > COMMON * paragraphs) {
        continue;
      }
      double weight = Math.log((paragraphs + 1.0) / frequency[c]);
      for (int i = 0; i < weights.length; i++) {
        weights[i] += ONCE * weight * times(texts.get(i).text(), c);
      }
    }
  }

  /// How often a text has the character, three times at most.
  private static int times(String text, char c) {
    int times = 0;
    for (int at = text.indexOf(c); at >= 0 && times < 3; at = text.indexOf(c, at + 1)) {
      times++;
    }
    return times;
  }
}
