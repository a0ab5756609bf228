package dev.broadsheet.enrich.name;

import dev.broadsheet.enrich.lexicon.NotedWords;
import dev.broadsheet.enrich.lexicon.Passage;
import dev.broadsheet.enrich.lexicon.WordClass;
import dev.broadsheet.enrich.name.NameLists.PlaceLists;

/// Finds places in one passage: names of the gazetteer, and what ends like a place (…镇, …产业园)
/// with as many words before it as belong to the name. For one passage and one thread.
final class PlaceScanner {
  /// Characters of a name before a unit of government, and before another feature.
  private static final int LONGEST_UNIT_NAME = 5;

  private static final int LONGEST_FEATURE_NAME = 14;
  private static final int LONGEST_LANDSCAPE_NAME = 4;

  /// A noun rarer than this may be somebody's own name; a commoner one needs a place before it.
  private static final float RARE = 12.5f;

  private static final float VERY_RARE = 13.9f;

  /// A lone character rarer than this may be a name by itself (滠 in 滠河).
  private static final float RARE_CHARACTER = 11.5f;

  private final PlaceLists lists;
  private final NotedWords titlesBefore;
  private final Passage passage;
  private final char[] letters;
  private final Mentions found;

  PlaceScanner(NameLists lists, Passage passage, Mentions found) {
    this.lists = lists.places();
    this.titlesBefore = lists.persons().titlesBefore();
    this.passage = passage;
    this.letters = passage.letters();
    this.found = found;
  }

  void scan() {
    for (int start = 0; start < letters.length; start = passage.wordEnd(start)) {
      int end = passage.wordEnd(start);
      if (passage.classAt(start) == WordClass.PLACE && end - start > 1) {
        found.add(start, end, false);
      } else if (lists.endings().isNoted(passage, start) && !tryUnit(start, end)) {
        tryFeature(start);
      }
    }
  }

  /// A unit that is a word (镇), or the end of a word that a name runs into (城镇 in 鄢城镇).
  private boolean tryUnit(int start, int end) {
    int to = start + lists.units().longestFrom(passage, start);
    if (to > start && passage.isBoundary(to)) {
      return extendUnit(start, start, to);
    }
    if (lists.split().has(passage, start, end)) {
      return extendUnit(end - 1, start, end);
    }
    return false;
  }

  private boolean extendUnit(int ending, int wordStart, int end) {
    int start = wordStart;
    int limit = Math.max(0, ending - LONGEST_UNIT_NAME);
    if (start == ending && isBarePlace(found.startOf(ending), ending)) {
      found.add(found.startOf(ending), end, true);
      return true;
    }
    while (start > limit && found.startOf(start) < 0) {
      int before = passage.wordStart(start);
      boolean inner = start == ending && isInner(before, start);
      if (before < limit || (!inner && (stopsAt(before, start) || isLongWord(before, start)))) {
        break;
      }
      start = before;
    }
    boolean chained = isChained(start);
    if (start == ending
        || lists.common().has(passage, start, end)
        || !isUnitName(start, ending, chained)) {
      return false;
    }
    found.add(start, end, true);
    return true;
  }

  /// Whether a word that else stands before a name is the end of one: a rare character
  /// precedes.
  private boolean isInner(int start, int end) {
    int before = passage.wordStart(start);
    return lists.inner().has(passage, start, end)
        && before >= 0
        && start - before == 1
        && passage.costAt(before) > RARE_CHARACTER
        && passage.classAt(before) != WordClass.PUNCTUATION;
  }

  /// A place without its unit: 临海 before 市, not 临海市 before 街.
  private boolean isBarePlace(int start, int end) {
    return start >= 0
        && (end - start == 2 || lists.units().longestFrom(passage, end - 1, end) == 0);
  }

  /// In a unit's name only what the dictionary holds for a noun or a quality has two
  /// characters.
  private boolean isLongWord(int start, int end) {
    WordClass kind = passage.classAt(start);
    return end - start > 1
        && (kind == WordClass.VERB || kind == WordClass.NUMBER || kind == WordClass.ASCII);
  }

  private boolean isUnitName(int start, int ending, boolean chained) {
    if (titlesBefore.longestBefore(passage, start) > 1) {
      return false;
    }
    if (ending - start == 1) {
      return passage.costAt(start) > RARE_CHARACTER;
    }
    return chained || isProper(start, passage.wordEnd(start));
  }

  /// Whether a place stands right before, or before the comma of an enumeration.
  private boolean isChained(int start) {
    if (start == 0) {
      return false;
    }
    return found.startOf(letters[start - 1] == '、' ? start - 1 : start) >= 0;
  }

  private void tryFeature(int start) {
    int to = start + lists.features().longestFrom(passage, start);
    if (to == start || !passage.isBoundary(to)) {
      return;
    }
    if (to - start == 1) {
      extendLandscape(start, to);
    } else {
      extendFeature(start, to);
    }
  }

  /// A hill, a river or a street of one character: its name is short and all its own.
  private void extendLandscape(int ending, int end) {
    int start = ending;
    int limit = Math.max(0, ending - LONGEST_LANDSCAPE_NAME);
    while (start > limit && found.startOf(start) < 0) {
      int before = passage.wordStart(start);
      if (before < limit || stopsAt(before, start) || !isProper(before, start)) {
        break;
      }
      start = before;
    }
    boolean lone = ending - start == 1 && passage.costAt(start) < RARE_CHARACTER;
    if (start < ending
        && !lone
        && !lists.common().has(passage, start, end)
        && !titlesBefore.isNoted(passage, start)) {
      found.add(start, end, true);
    }
  }

  /// An estate, a park or a building: it begins with a place or a word of its own.
  private void extendFeature(int ending, int end) {
    int start = ending;
    int limit = Math.max(0, ending - LONGEST_FEATURE_NAME);
    int proper = ending;
    while (start > limit) {
      int place = found.startOf(start);
      int before = place >= 0 ? place : passage.wordStart(start);
      if (before < limit || (place < 0 && stopsAt(before, start))) {
        break;
      }
      proper = place >= 0 || isOwnWord(before, start) ? before : proper;
      start = before;
    }
    if (proper == ending || lists.common().has(passage, proper, end)) {
      return;
    }
    if (isBarePlace(found.startOf(ending), ending)) {
      found.add(proper, end, true);
    } else {
      found.addAround(proper, end);
    }
  }

  /// Whether a word may be a place's own: a lone character, or a rare noun.
  private boolean isProper(int start, int end) {
    return switch (passage.classAt(start)) {
      case PLACE, UNKNOWN, PERSON -> true;
      case NOUN, ADJECTIVE, DIRECTION, MEASURE, NUMBER, VERB, VERBAL_NOUN, ORGANISATION ->
          end - start == 1 || passage.costAt(start) > RARE;
      case ADVERB, PREPOSITION, CONJUNCTION, PARTICLE, PRONOUN, TIME, PUNCTUATION, ASCII -> false;
    };
  }

  /// In a long name a word of two characters is less telling.
  private boolean isOwnWord(int start, int end) {
    return isProper(start, end) && (end - start == 1 || passage.costAt(start) > VERY_RARE);
  }

  private boolean stopsAt(int start, int end) {
    WordClass kind = passage.classAt(start);
    if (kind.isGrammar() || passage.text().gapBefore(end)) {
      return true;
    }
    return lists.before().has(passage, start, end)
        || (end - start > 1 && lists.common().has(passage, start, end))
        || titlesBefore.longestBefore(passage, end) > 1
        || (kind == WordClass.VERB && end - start > 1);
  }
}
