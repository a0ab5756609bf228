package dev.broadsheet.enrich.subject;

/// How a body is told.
enum Tone {
  /// News, an announcement, an argument.
  PLAIN,
  /// A poem: its lines are short.
  VERSE,
  /// Prose of memory and mood: an essay, a tale.
  ESSAY,
  /// The story of a person: it says 他 and 她 as no report does.
  PORTRAIT;

  boolean isLiterature() {
    return this == VERSE || this == ESSAY;
  }
}
