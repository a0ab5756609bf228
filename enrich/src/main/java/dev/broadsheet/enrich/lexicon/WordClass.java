package dev.broadsheet.enrich.lexicon;

/// What a word is, as far as finding names needs to know.
public enum WordClass {
  NOUN,
  VERB,
  /// A verb that often stands as a noun (发展, 管理).
  VERBAL_NOUN,
  ADJECTIVE,
  ADVERB(true),
  PREPOSITION(true),
  CONJUNCTION(true),
  PARTICLE(true),
  PRONOUN(true),
  NUMBER,
  MEASURE,
  TIME(true),
  DIRECTION,
  PERSON,
  PLACE,
  ORGANISATION,
  PUNCTUATION(true),
  /// A run of ASCII letters or digits.
  ASCII,
  /// Not in the dictionary.
  UNKNOWN;

  private final boolean grammar;

  WordClass() {
    this(false);
  }

  WordClass(boolean grammar) {
    this.grammar = grammar;
  }

  /// Whether words of this kind stand around names, never inside one.
  public boolean isGrammar() {
    return grammar;
  }

  /// The class for a tag of the dictionary (PKU tags and their refinements).
  static WordClass ofTag(String tag, boolean alsoNoun) {
    return switch (tag.charAt(0)) {
      case 'n' -> noun(tag);
      case 'v' -> tag.equals("vn") || alsoNoun ? VERBAL_NOUN : VERB;
      case 'a', 'b', 'z' -> ADJECTIVE;
      case 'd' -> ADVERB;
      case 'p' -> PREPOSITION;
      case 'c' -> CONJUNCTION;
      case 'u', 'y', 'e', 'o' -> PARTICLE;
      case 'r' -> PRONOUN;
      case 'm' -> NUMBER;
      case 'q' -> MEASURE;
      case 't' -> TIME;
      case 'f' -> DIRECTION;
      case 'w' -> PUNCTUATION;
      default -> NOUN;
    };
  }

  private static WordClass noun(String tag) {
    return switch (tag) {
      case "nr", "nrf", "nrj", "nr1", "nr2" -> PERSON;
      case "ns", "nsf" -> PLACE;
      case "nt", "ntu", "nto", "ntc", "nth" -> ORGANISATION;
      default -> NOUN;
    };
  }
}
