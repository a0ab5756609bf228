package dev.broadsheet.enrich.name;

import dev.broadsheet.enrich.lexicon.Lexicon;
import dev.broadsheet.enrich.lexicon.Passage;
import dev.broadsheet.enrich.name.NameLists.PersonLists;
import java.util.function.Consumer;

/// Finds Chinese persons in one passage: a surname with one or two characters behind it,
/// believed as far as its characters, the words that it would cut and what stands around it
/// speak for it.
///
/// The points below are added up; a name needs [NameFinder#CERTAIN]. For one passage and one
/// thread.
final class PersonScanner {
  private static final double SURNAME = 0.5;
  private static final double RARE_SURNAME = -0.8;
  private static final double COMPOUND_SURNAME = 1.2;
  private static final double GIVEN = 0.7;
  private static final double STRONG_GIVEN = 1.4;
  private static final double MOST_GIVEN = 2.1;
  private static final double NEVER_GIVEN = -3;
  private static final double CUTS_WORD = -2.2;
  private static final double KNOWN_PERSON = 1.5;
  private static final double IS_PLACE = -3.2;
  private static final double THREE_CHARACTERS = 0.3;
  private static final double AFTER_TITLE = 3.5;
  private static final double IN_LIST = 2.6;
  private static final double AFTER_MARK = 0.6;
  private static final double HEADS_LIST = 1.2;
  private static final double BEFORE_HONORIFIC = 2.6;
  private static final double BEFORE_SPEECH = 2.1;
  private static final double BEFORE_DEED = 1.5;
  private static final double BEFORE_MARK = 0.7;
  private static final double BEFORE_ENDING = -2.2;

  private final PersonLists lists;
  private final Lexicon units;
  private final Lexicon endings;
  private final Passage passage;
  private final char[] letters;
  private final Mentions taken;

  /// Where the next name of an enumeration would begin; -1 outside one.
  private int listAt = -1;

  PersonScanner(NameLists lists, Passage passage, Mentions taken) {
    this.lists = lists.persons();
    this.units = lists.places().units();
    this.endings = lists.organisations().endings();
    this.passage = passage;
    this.letters = passage.letters();
    this.taken = taken;
  }

  /// Gives every candidate that is worth remembering, with its points, in order.
  void scan(Consumer<Candidate> sink) {
    int i = 0;
    while (i < letters.length - 1) {
      Candidate best = taken.covers(i) ? null : best(i);
      Candidate rival = best == null || best.end() <= i + 1 ? null : best(i + 1);
      if (best == null || rival != null && rival.points() > best.points()) {
        i++;
        continue;
      }
      sink.accept(best);
      if (best.points() >= NameFinder.CERTAIN) {
        listAt = behind(best.end());
        i = best.end();
      } else {
        i++;
      }
    }
  }

  /// A stretch that may be a name.
  record Candidate(int start, int end, double points) {}

  private Candidate best(int start) {
    int surname = lists.surnames().longestFrom(letters, start, Math.min(letters.length, start + 2));
    Candidate best = null;
    for (int family = surname; family > 0; family--) {
      if (!lists.surnames().has(letters, start, start + family)) {
        continue;
      }
      double left = left(start, family);
      for (int given = 1; given <= 2; given++) {
        int end = start + family + given;
        if (end > letters.length || !isHan(letters[end - 1]) || taken.covers(end - 1)) {
          break;
        }
        double points = left + own(start, family, end) + right(end);
        if (points > NameFinder.POSSIBLE && (best == null || points > best.points())) {
          best = new Candidate(start, end, points);
        }
      }
    }
    return best;
  }

  /// What the characters before say.
  private double left(int start, int family) {
    double points = passage.isBoundary(start) ? 0 : CUTS_WORD;
    if (family == 2) {
      points += COMPOUND_SURNAME;
    } else {
      points += lists.rare().has(letters, start, start + 1) ? RARE_SURNAME : SURNAME;
    }
    if (lists.titlesBefore().longestBefore(letters, start) > 0) {
      return points + AFTER_TITLE;
    }
    if (start == listAt) {
      return points + IN_LIST;
    }
    if (start == 0 || passage.text().gapBefore(start) || isMark(letters[start - 1])) {
      return points + AFTER_MARK;
    }
    int before = passage.wordStart(start);
    return before >= 0 && passage.classAt(before).isGrammar() ? points + AFTER_MARK / 2 : points;
  }

  /// What the name's own characters say.
  private double own(int start, int family, int end) {
    double points = 0;
    int givenStart = start + family;
    for (int i = givenStart; i < end; i++) {
      points += given(i);
    }
    points = Math.min(points, MOST_GIVEN);
    if (end - givenStart == 2 && given(end - 1) > 0) {
      points += THREE_CHARACTERS;
    }
    if (end - givenStart == 1 && lists.addresses().has(letters, givenStart, end)
        || end - givenStart == 2 && lists.addresses().has(letters, givenStart, end)) {
      points += NEVER_GIVEN;
    }
    if (!passage.isBoundary(end)) {
      points += CUTS_WORD;
    }
    if (passage.wordEnd(start) == end) {
      points += asWord(start);
    } else if (end - givenStart == 2 && passage.wordEnd(givenStart) == end) {
      points -= Math.max(0, (13 - passage.costAt(givenStart)) * 0.45);
    }
    return points - gaps(start, end);
  }

  private double given(int index) {
    if (lists.never().has(letters, index, index + 1)) {
      return NEVER_GIVEN;
    }
    if (lists.strongGiven().has(letters, index, index + 1)) {
      return STRONG_GIVEN;
    }
    return lists.given().has(letters, index, index + 1) ? GIVEN : 0;
  }

  /// A dictionary word is the less a name the commoner it is.
  private double asWord(int start) {
    return switch (passage.classAt(start)) {
      case PERSON -> KNOWN_PERSON;
      case PLACE -> IS_PLACE;
      default -> -Math.max(0.8, (15 - passage.costAt(start)) * 0.55);
    };
  }

  /// White space within two characters is padding; elsewhere it parts words.
  private double gaps(int start, int end) {
    double points = 0;
    for (int i = start + 1; i < end; i++) {
      if (passage.text().gapBefore(i)) {
        points += end - start == 2 ? 0 : 1.5;
      }
    }
    return points;
  }

  /// What the characters behind say.
  private double right(int end) {
    if (end == letters.length || passage.text().gapBefore(end) || isMark(letters[end])) {
      return isListed(end) ? BEFORE_MARK + HEADS_LIST : BEFORE_MARK;
    }
    if (lists.verbs().honorifics().longestFrom(letters, end, letters.length) > 0) {
      return BEFORE_HONORIFIC;
    }
    if (lists.verbs().speech().longestFrom(letters, end, letters.length) > 0) {
      return BEFORE_SPEECH;
    }
    int deed = lists.verbs().deeds().longestFrom(letters, end, letters.length);
    if (deed > 0) {
      return deed > 1 ? BEFORE_DEED : BEFORE_DEED / 2.5;
    }
    if (units.longestFrom(letters, end, letters.length) > 0
        || endings.longestFrom(letters, end, letters.length) > 0) {
      return BEFORE_ENDING;
    }
    return passage.isBoundary(end) && passage.classAt(end).isGrammar() ? BEFORE_DEED / 2.5 : 0;
  }

  /// Whether a comma of enumeration and what looks like another name stand at `end`.
  private boolean isListed(int end) {
    if (end + 2 >= letters.length || letters[end] != '、') {
      return false;
    }
    int next = end + 1;
    int surname = lists.surnames().longestFrom(letters, next, Math.min(letters.length, next + 2));
    for (int to = next + surname + 1; surname > 0 && to <= next + surname + 2; to++) {
      if (to >= letters.length || letters[to] == '、' || letters[to] == '，' || letters[to] == '。') {
        return !lists.never().has(letters, to - 1, to);
      }
    }
    return false;
  }

  /// Where the next name of an enumeration begins behind a name that ends at `end`, or -1.
  private int behind(int end) {
    int at = end;
    if (at < letters.length && letters[at] == '（') {
      for (int i = at; i < Math.min(letters.length, at + 12); i++) {
        if (letters[i] == '）') {
          at = i + 1;
          break;
        }
      }
    }
    if (at >= letters.length) {
      return -1;
    }
    if (passage.text().gapBefore(at)) {
      return at;
    }
    return switch (letters[at]) {
      case '、', '和', '与', '及' -> at + 1;
      default -> -1;
    };
  }

  private static boolean isHan(char letter) {
    return letter >= 0x3400 && letter <= 0x9FFF;
  }

  private static boolean isMark(char letter) {
    return !isHan(letter) && !Character.isLetterOrDigit(letter);
  }
}
