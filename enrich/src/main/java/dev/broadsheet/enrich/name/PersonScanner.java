package dev.broadsheet.enrich.name;

import dev.broadsheet.enrich.lexicon.Passage;
import dev.broadsheet.enrich.lexicon.WordClass;
import dev.broadsheet.enrich.name.NameLists.PersonLists;
import java.util.BitSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Finds Chinese persons in one passage: a surname with one or two characters behind it,
/// believed as far as its characters, the words that it would cut and what stands around it
/// speak for it.
///
/// The points below are added up; a name needs [NameFinder#CERTAIN]. For one passage and one
/// thread.
final class PersonScanner {
  private static final double SURNAME = 0.5;
  private static final double RARE_SURNAME = -0.8;
  private static final double UNLISTED_SURNAME = -1;
  private static final double COMPOUND_SURNAME = 1.8;
  private static final double GIVEN = 0.7;
  private static final double STRONG_GIVEN = 1.4;
  private static final double MOST_GIVEN = 2.1;
  private static final double NEVER_GIVEN = -3;
  private static final double ADDRESS = -9;
  private static final double CUTS_WORD = -2.2;
  private static final double KNOWN_PERSON = 1.5;
  private static final double IS_PLACE = -3.2;
  private static final double OPENS_WITH_PLACE = -1.2;
  private static final double THREE_CHARACTERS = 0.3;
  private static final double AFTER_TITLE = 3.5;
  private static final double AFTER_ROLE = 2.4;
  private static final double IN_LIST = 2.6;
  private static final double AFTER_MARK = 0.6;

  private final PersonLists lists;
  private final NameFollowers followers;
  private final Passage passage;
  private final char[] letters;
  private final BitSet taken;

  /// Where the next name of an enumeration would begin; -1 outside one.
  private int listAt = -1;

  PersonScanner(NameLists lists, Passage passage, BitSet taken) {
    this.lists = lists.persons();
    this.followers = new NameFollowers(lists, passage);
    this.passage = passage;
    this.letters = passage.letters();
    this.taken = taken;
  }

  /// Gives every candidate that is worth remembering, with its points, in order.
  void scan(Consumer<Candidate> sink) {
    int i = 0;
    while (i < letters.length - 1) {
      Candidate best = mayBegin(i) && !taken.get(i) ? best(i) : null;
      Candidate rival = best == null || best.end() <= i + 1 ? null : best(i + 1);
      if (best == null || (rival != null && rival.points() > best.points())) {
        i++;
        continue;
      }
      sink.accept(best);
      if (best.points() >= NameFinder.CERTAIN) {
        listAt = followers.next(best.end());
        i = best.end();
      } else {
        i++;
      }
    }
  }

  /// A stretch that may be a name.
  record Candidate(int start, int end, double points) {}

  /// Whether anything promises a name: false is sure, and so for most characters.
  private boolean mayBegin(int start) {
    return start == listAt || lists.promises().isNoted(passage, start);
  }

  private @Nullable Candidate best(int start) {
    int surname = lists.surnames().longestFrom(passage, start);
    boolean possible = surname > 0 || (isAnnounced(start) && mayBeSurname(start));
    if (!possible || isTitle(start)) {
      return null;
    }
    Candidate best = null;
    for (int family = Math.max(1, surname); family > 0; family--) {
      double left = left(start, family);
      for (int given = 1; given <= 2; given++) {
        int end = start + family + given;
        if (end > letters.length || !isHan(letters[end - 1]) || taken.get(end - 1)) {
          break;
        }
        if (surname == 2 && end - start == 2) {
          continue;
        }
        double points = left + own(start, family, end);
        if (points + NameFollowers.MOST <= NameFinder.POSSIBLE) {
          continue;
        }
        double right = followers.points(end);
        if (surname == 0 && right < NameFollowers.DEED) {
          continue;
        }
        points += right;
        if (points > NameFinder.POSSIBLE && (best == null || points > best.points())) {
          best = new Candidate(start, end, points);
        }
      }
    }
    return best;
  }

  /// Whether a title, a role or an enumeration of names promises one.
  private boolean isAnnounced(int start) {
    return start == listAt
        || lists.titlesBefore().longestBefore(passage, start) > 1
        || isRole(start);
  }

  /// 居民 and 司机 begin like names.
  private boolean isTitle(int start) {
    return lists.verbs().titles().longestFrom(passage, start) > 1;
  }

  /// Behind a title a rare character may be a surname that no list holds.
  private boolean mayBeSurname(int start) {
    return isHan(letters[start])
        && passage.isBoundary(start)
        && !passage.classAt(start).isGrammar()
        && passage.classAt(start) != WordClass.VERB
        && passage.classAt(start) != WordClass.NUMBER
        && !lists.given().never().isNoted(passage, start);
  }

  /// Whether the word before tells what somebody is: 调音师, 领奖者.
  private boolean isRole(int start) {
    if (!lists.roles().isNoted(passage, start)) {
      return false;
    }
    int before = passage.wordStart(start);
    return before >= 0 && start - before > 1 && passage.classAt(before) == WordClass.NOUN;
  }

  /// What the characters before say.
  private double left(int start, int family) {
    double points = passage.isBoundary(start) ? 0 : CUTS_WORD;
    points += surname(start, family);
    if (lists.titlesBefore().isNoted(passage, start)) {
      return points + AFTER_TITLE;
    }
    if (start == listAt) {
      return points + IN_LIST;
    }
    if (isRole(start)) {
      return points + AFTER_ROLE;
    }
    if (start == 0 || passage.text().gapBefore(start) || isMark(letters[start - 1])) {
      return points + AFTER_MARK;
    }
    int before = passage.wordStart(start);
    return before >= 0 && passage.classAt(before).isGrammar() ? points + AFTER_MARK / 2 : points;
  }

  private double surname(int start, int family) {
    if (family == 2) {
      return COMPOUND_SURNAME;
    }
    if (!lists.surnames().single().isNoted(passage, start)) {
      return UNLISTED_SURNAME;
    }
    return lists.surnames().rare().isNoted(passage, start) ? RARE_SURNAME : SURNAME;
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
    if (lists.addresses().has(passage, givenStart, end)) {
      points += ADDRESS;
    }
    if (!passage.isBoundary(end)) {
      points += CUTS_WORD;
    }
    if (passage.wordEnd(start) == end) {
      points += asWord(start);
    } else if (passage.classAt(start) == WordClass.PLACE && passage.wordEnd(start) - start > 1) {
      points += OPENS_WITH_PLACE;
    } else if (end - givenStart == 2 && passage.wordEnd(givenStart) == end) {
      double doubt = lists.surnames().rare().has(passage, start, givenStart) ? 0.7 : 0.45;
      points -= Math.max(0, (13 - passage.costAt(givenStart)) * doubt);
    }
    return points - gaps(start, end);
  }

  private double given(int index) {
    if (lists.given().never().isNoted(passage, index)) {
      return NEVER_GIVEN;
    }
    if (lists.given().strong().isNoted(passage, index)) {
      return STRONG_GIVEN;
    }
    return lists.given().likely().isNoted(passage, index) ? GIVEN : 0;
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

  private static boolean isHan(char letter) {
    return letter >= 0x3400 && letter <= 0x9FFF;
  }

  /// Neither a Han character nor another letter or digit.
  static boolean isMark(char letter) {
    return !isHan(letter) && !Character.isLetterOrDigit(letter);
  }
}
