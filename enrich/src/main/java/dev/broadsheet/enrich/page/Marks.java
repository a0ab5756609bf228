package dev.broadsheet.enrich.page;

/// A few characters that text is looked through for. One bit tells nearly all of a page's
/// characters from them, so that asking costs next to nothing.
public final class Marks {
  private static final int WORDS = 16;

  private final String characters;

  /// A bit for the last ten bits of each character.
  private final long[] sieve = new long[WORDS];

  private Marks(String characters) {
    this.characters = characters;
    characters.chars().forEach(c -> sieve[word((char) c)] |= 1L << c);
  }

  private static int word(char c) {
    return c >>> 6 & WORDS - 1;
  }

  /// The characters of a string.
  public static Marks of(String characters) {
    return new Marks(characters);
  }

  /// Whether the character is one of them.
  public boolean has(char c) {
    return (sieve[word(c)] >>> c & 1) != 0 && characters.indexOf(c) >= 0;
  }

  /// Whether there are none.
  public boolean isEmpty() {
    return characters.isEmpty();
  }

  /// Whether the text opens with one of them.
  public boolean open(String text) {
    return !text.isEmpty() && has(text.charAt(0));
  }

  /// Whether the text closes with one of them.
  public boolean close(String text) {
    return !text.isEmpty() && has(text.charAt(text.length() - 1));
  }

  /// Whether one of them is anywhere in the text.
  public boolean areIn(String text) {
    return first(text, 0, text.length()) >= 0;
  }

  /// Where the first of them stands in a part of a text; -1 when none does.
  public int first(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (has(text.charAt(i))) {
        return i;
      }
    }
    return -1;
  }
}
