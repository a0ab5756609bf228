package dev.broadsheet.enrich.page;

/// A few characters that text is looked through for. One bit tells most of a page's characters from
/// them, so that asking costs next to nothing.
public final class Marks {
  private final String characters;
  private final long sieve;

  private Marks(String characters) {
    this.characters = characters;
    this.sieve = characters.chars().mapToLong(c -> 1L << c).reduce(0, (a, b) -> a | b);
  }

  /// The characters of a string.
  public static Marks of(String characters) {
    return new Marks(characters);
  }

  /// Whether the character is one of them.
  public boolean has(char c) {
    return (sieve >>> c & 1) != 0 && characters.indexOf(c) >= 0;
  }

  /// Whether the text opens with one of them.
  public boolean open(String text) {
    return !text.isEmpty() && has(text.charAt(0));
  }

  /// Whether one of them is anywhere in the text.
  public boolean areIn(CharSequence text) {
    for (int i = 0; i < text.length(); i++) {
      if (has(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
