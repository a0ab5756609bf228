package dev.broadsheet.enrich.name;

import dev.broadsheet.enrich.lexicon.NotedWords;
import dev.broadsheet.enrich.lexicon.Passage;
import dev.broadsheet.enrich.name.NameLists.PersonLists;

/// What stands behind a possible name, and how many points it is worth. For one passage and one
/// thread.
final class NameFollowers {
  /// The most that [#points] gives.
  static final double MOST = 2.6;

  /// What a deed of somebody behind the name is worth.
  static final double DEED = 1.5;

  private static final double HEADS_LIST = 1.2;
  private static final double HONORIFIC = MOST;
  private static final double SPEECH = 2.1;
  private static final double MARK = 0.7;
  private static final double ENDING = -2.2;
  private static final int LONGEST_BRACKET = 12;

  private final PersonLists lists;
  private final NotedWords units;
  private final NotedWords endings;
  private final Passage passage;
  private final char[] letters;

  NameFollowers(NameLists lists, Passage passage) {
    this.lists = lists.persons();
    this.units = lists.places().units();
    this.endings = lists.organisations().endings();
    this.passage = passage;
    this.letters = passage.letters();
  }

  /// What the characters behind say.
  double points(int end) {
    if (end == letters.length
        || passage.text().gapBefore(end)
        || PersonScanner.isMark(letters[end])) {
      return isListed(end) ? MARK + HEADS_LIST : MARK;
    }
    if (lists.verbs().honorifics().isNoted(passage, end)) {
      return HONORIFIC;
    }
    if (lists.verbs().speech().isNoted(passage, end)) {
      return SPEECH;
    }
    int deed = lists.verbs().deeds().longestFrom(passage, end);
    if (deed > 0) {
      return deed > 1 ? DEED : DEED / 2.5;
    }
    if (units.isNoted(passage, end) || endings.isNoted(passage, end)) {
      return ENDING;
    }
    return passage.isBoundary(end) && passage.classAt(end).isGrammar() ? DEED / 2.5 : 0;
  }

  /// Whether a comma of enumeration and what looks like another name stand at `end`.
  private boolean isListed(int end) {
    if (end + 2 >= letters.length || letters[end] != '、') {
      return false;
    }
    int next = end + 1;
    int surname = lists.surnames().longestFrom(passage, next);
    int last = Math.min(letters.length, next + surname + 2);
    for (int to = next + surname + 1; surname > 0 && to <= last; to++) {
      if (to == letters.length || letters[to] == '、' || letters[to] == '，' || letters[to] == '。') {
        return !lists.given().never().has(passage, to - 1, to);
      }
    }
    return false;
  }

  /// Where the next name of an enumeration begins behind a name that ends at `end`, or -1.
  int next(int end) {
    int at = end;
    if (at < letters.length && letters[at] == '（') {
      for (int i = at; i < Math.min(letters.length, at + LONGEST_BRACKET); i++) {
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
}
