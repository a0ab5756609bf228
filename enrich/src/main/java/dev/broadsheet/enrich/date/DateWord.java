package dev.broadsheet.enrich.date;

import dev.broadsheet.enrich.lexicon.WordTable;
import java.util.List;
import java.util.Locale;

/// A word of the date vocabulary (`words.tsv`).
///
/// @param number what it counts from the reference, or its place, as its kind says
/// @param notBefore characters before it that make it part of another word
/// @param notAfter pieces behind it that make it something else
record DateWord(
    Kind kind, String word, int number, Before before, String notBefore, List<String> notAfter) {
  /// What it names.
  enum Kind {
    DAY,
    YEAR,
    YEAR_BEFORE,
    YEAR_AFTER,
    YEAR_SAME,
    YEAR_EDGE,
    MONTH,
    MONTH_EDGE,
    HALF,
    FIRST_PART,
    WEEK,
    CENTURY,
    LUNAR,
    LUNAR_MONTH,
    LUNAR_NEW
  }

  /// Where it counts.
  enum Before {
    FREE,
    EDGE,
    QUOTED
  }

  DateWord {
    notAfter = List.copyOf(notAfter);
  }

  static List<DateWord> all() {
    return WordTable.rows(DateWord.class, "words.tsv", 6).stream().map(DateWord::of).toList();
  }

  private static DateWord of(List<String> row) {
    return new DateWord(
        Kind.valueOf(row.get(0).replace('-', '_').toUpperCase(Locale.ROOT)),
        row.get(1),
        Integer.parseInt(row.get(2)),
        Before.valueOf(row.get(3).toUpperCase(Locale.ROOT)),
        row.get(4).equals("-") ? "" : row.get(4),
        row.get(5).equals("-") ? List.of() : List.of(row.get(5).split("\\|")));
  }

  /// Whether it stands at `i` as a word of its own.
  boolean stands(Squeezed text, int i, boolean quoted) {
    if (!text.startsWith(i, word)) {
      return false;
    }
    if (i > 0 && notBefore.indexOf(text.at(i - 1)) >= 0) {
      return false;
    }
    for (String piece : notAfter) {
      if (text.startsWith(i + word.length(), piece)) {
        return false;
      }
    }
    return switch (before) {
      case FREE -> true;
      case EDGE -> Surroundings.isEdge(text, i);
      case QUOTED -> !quoted;
    };
  }
}
