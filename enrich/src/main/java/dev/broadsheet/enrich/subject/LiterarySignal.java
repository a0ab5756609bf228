package dev.broadsheet.enrich.subject;

import dev.broadsheet.enrich.lexicon.Lexicon;
import dev.broadsheet.enrich.lexicon.Passage;
import dev.broadsheet.enrich.lexicon.Reading;
import dev.broadsheet.enrich.lexicon.TermFile;
import java.util.List;

/// Tells whether an article is a piece of literature, an essay or a poem, and no report: what it
/// speaks of is then not its subject; or the portrait of a person.
final class LiterarySignal {
  /// Characters of the body within which a report says who reports it.
  private static final int OPENING = 120;

  /// Characters below which words of memory and mood tell nothing, and characters for each word.
  private static final int SHORT = 120;

  private static final int CHARACTERS_A_WORD = 80;

  /// Digits are rare in literature.
  private static final int CHARACTERS_A_DIGIT = 60;

  /// Characters for each word of memory or mood, or of a person, in a tale that names no figures.
  private static final int CHARACTERS_A_WORD_OR_PERSON = 50;

  private static final int CHARACTERS_A_DIGIT_OF_A_TALE = 120;

  /// Length of a portrait, and characters for each time that it says 他 or 她.
  private static final int LEAST_PORTRAIT = 200;

  private static final int CHARACTERS_A_PERSON = 125;

  /// Lines of a poem, and their mean length.
  private static final int FEWEST_LINES = 4;

  private static final int LONGEST_LINE = 16;

  private final Lexicon words;
  private final Lexicon reports;

  private LiterarySignal(TermFile file) {
    words = Lexicon.of(file.section("literary-body"));
    reports = Lexicon.of(file.section("literary-not"));
  }

  static LiterarySignal load() {
    return new LiterarySignal(TermFile.resource("/topics/genres.terms"));
  }

  Tone of(Reading reading) {
    return of(
        reading.paragraphs().stream().flatMap(List::stream).map(Passage::letters).toList(),
        reading.paragraphs().size());
  }

  /// @param passages of the body, without white space
  /// @param paragraphs how many the body has
  Tone of(List<char[]> passages, int paragraphs) {
    int length = 0;
    int hits = 0;
    int digits = 0;
    int persons = 0;
    for (char[] letters : passages) {
      if (length < OPENING && count(reports, letters, OPENING - length) > 0) {
        return Tone.PLAIN;
      }
      hits += count(words, letters, letters.length);
      digits += digits(letters);
      persons += persons(letters);
      length += letters.length;
    }
    if (digits * CHARACTERS_A_DIGIT < Math.max(length, 1)) {
      if (paragraphs >= FEWEST_LINES && length <= paragraphs * LONGEST_LINE) {
        return Tone.VERSE;
      }
      boolean remembers = hits * CHARACTERS_A_WORD > length;
      boolean tells =
          digits * CHARACTERS_A_DIGIT_OF_A_TALE < length
              && (hits + persons) * CHARACTERS_A_WORD_OR_PERSON > length;
      if (length >= SHORT && (remembers || tells)) {
        return Tone.ESSAY;
      }
    }
    boolean portrait = length >= LEAST_PORTRAIT && persons * CHARACTERS_A_PERSON >= length;
    return portrait ? Tone.PORTRAIT : Tone.PLAIN;
  }

  /// How often one person is spoken of: 他, 她, not 他们.
  private static int persons(char[] letters) {
    int persons = 0;
    for (int i = 0; i < letters.length; i++) {
      boolean one = letters[i] == '他' || letters[i] == '她';
      persons += one && !(i + 1 < letters.length && letters[i + 1] == '们') ? 1 : 0;
    }
    return persons;
  }

  private static int count(Lexicon words, char[] letters, int most) {
    int to = Math.min(most, letters.length);
    int count = 0;
    int i = 0;
    while (i < to) {
      int length = words.longestFrom(letters, i, letters.length);
      count += length > 0 ? 1 : 0;
      i += Math.max(1, length);
    }
    return count;
  }

  private static int digits(char[] letters) {
    int digits = 0;
    for (char c : letters) {
      digits += Character.isDigit(c) ? 1 : 0;
    }
    return digits;
  }
}
