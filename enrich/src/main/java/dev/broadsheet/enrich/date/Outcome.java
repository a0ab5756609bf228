package dev.broadsheet.enrich.date;

/// What became of an expression.
sealed interface Outcome {
  /// It means these days.
  record Found(Span span) implements Outcome {}

  /// It names a day that does not exist (2月30日).
  record Impossible() implements Outcome {}

  /// What is known does not fix it.
  record Unknown() implements Outcome {}

  Outcome IMPOSSIBLE = new Impossible();
  Outcome UNKNOWN = new Unknown();

  static Outcome found(Span span) {
    return new Found(span);
  }
}
