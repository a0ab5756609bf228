package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.page.Marks;
import java.util.regex.Pattern;

/// A pattern with the characters without one of which there is no match: most texts are done with
/// before the pattern is tried.
final class Clue {
  private final Pattern pattern;
  private final Marks marks;

  private Clue(String regex, String marks) {
    this.pattern = Pattern.compile(regex);
    this.marks = Marks.of(marks);
  }

  /// @param marks of which one is in every match
  static Clue of(String regex, String marks) {
    return new Clue(regex, marks);
  }

  /// Whether the text opens with a match. The first character is a mark.
  boolean opens(String text) {
    return marks.open(text) && pattern.matcher(text).lookingAt();
  }

  /// Whether the text opens with a match that has a mark somewhere.
  boolean reaches(String text) {
    return marks.areIn(text) && pattern.matcher(text).lookingAt();
  }

  /// Whether there is a match anywhere in the text.
  boolean isIn(String text) {
    return marks.areIn(text) && pattern.matcher(text).find();
  }

  /// Whether the whole text matches.
  boolean is(String text) {
    return marks.areIn(text) && pattern.matcher(text).matches();
  }
}
