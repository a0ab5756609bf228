package dev.broadsheet.enrich.split;

import java.util.Arrays;
import java.util.List;

/// Tells a pull quote from a column logo: it repeats what the article says.
final class PullQuotes {
  private static final int GRAM = 4;
  private static final int SHORTEST = 8;
  private static final int LONGEST = 60;

  private final List<Stretch> bodies;

  /// Every few characters in a row of the bodies, as numbers in order; empty before they are asked
  /// for. Of a large page they take three times the memory of its text, so they are not copied.
  private long[] grams = {};

  private int size;

  PullQuotes(List<Stretch> bodies) {
    this.bodies = bodies;
  }

  /// Whether most of the words of a display row are in the body.
  boolean isQuote(String display) {
    if (display.length() < SHORTEST) {
      return false;
    }
    if (grams.length == 0) {
      read();
    }
    int found = 0;
    int all = 0;
    for (int i = 0; i + GRAM <= display.length(); i++) {
      all++;
      found += Arrays.binarySearch(grams, 0, size, gram(display, i)) >= 0 ? 1 : 0;
    }
    return found * 2 > all;
  }

  /// Whether a crosshead says word for word what stands in the two paragraphs above it, and so
  /// heads nothing.
  static boolean isAbove(List<Paragraph> body, int at) {
    String quote = letters(body.get(at).text());
    boolean found = false;
    for (int i = Math.max(0, at - 2);
        i < at && quote.length() >= SHORTEST && quote.length() <= LONGEST;
        i++) {
      found |= letters(body.get(i).text()).contains(quote);
    }
    return found;
  }

  private static String letters(String text) {
    StringBuilder letters = new StringBuilder(text.length());
    text.chars().filter(Character::isLetterOrDigit).forEach(c -> letters.append((char) c));
    return letters.toString();
  }

  private void read() {
    grams = new long[bodies.stream().mapToInt(Stretch::length).sum()];
    for (Stretch body : bodies) {
      for (Paragraph paragraph : body.paragraphs()) {
        String text = paragraph.text();
        for (int i = 0; i + GRAM <= text.length(); i++) {
          grams[size++] = gram(text, i);
        }
      }
    }
    Arrays.sort(grams, 0, size);
  }

  private static long gram(String text, int from) {
    long gram = 0;
    for (int i = from; i < from + GRAM; i++) {
      gram = gram << Character.SIZE | text.charAt(i);
    }
    return gram;
  }
}
