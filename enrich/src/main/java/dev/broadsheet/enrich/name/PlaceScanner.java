package dev.broadsheet.enrich.name;

import dev.broadsheet.enrich.lexicon.Lexicon;
import dev.broadsheet.enrich.lexicon.Passage;
import dev.broadsheet.enrich.lexicon.WordClass;
import dev.broadsheet.enrich.name.NameLists.PlaceLists;

/// Finds places in one passage: names of the gazetteer, and what ends like a place (…镇, …产业园)
/// with as many words before it as belong to the name. For one passage and one thread.
final class PlaceScanner {
  /// Characters of a name before a unit of government, and before another feature.
  private static final int LONGEST_UNIT_NAME = 6;

  private static final int LONGEST_FEATURE_NAME = 14;

  /// A noun rarer than this may be a village's own name.
  private static final float RARE = 10.8f;

  private final PlaceLists lists;
  private final Lexicon titlesBefore;
  private final Passage passage;
  private final char[] letters;
  private final Mentions found;

  PlaceScanner(NameLists lists, Passage passage) {
    this.lists = lists.places();
    this.titlesBefore = lists.persons().titlesBefore();
    this.passage = passage;
    this.letters = passage.letters();
    this.found = new Mentions(passage);
  }

  Mentions scan() {
    int start = 0;
    while (start < letters.length) {
      int end = passage.wordEnd(start);
      if (passage.classAt(start) == WordClass.PLACE && end - start > 1) {
        found.add(start, end);
      } else {
        tryEnding(start, end, lists.units(), true);
        tryEnding(start, end, lists.features(), false);
      }
      start = end;
    }
    return found;
  }

  /// Looks for an ending that begins with this word, or with its second half (四邑村 is one word
  /// where the dictionary knows it).
  private void tryEnding(int start, int end, Lexicon endings, boolean unit) {
    for (int from = start; from < end; from++) {
      int to = from + endings.longestFrom(letters, from, letters.length);
      if (to >= end && passage.isBoundary(to)) {
        extend(from, start, to, unit);
        return;
      }
    }
  }

  private void extend(int ending, int wordStart, int end, boolean unit) {
    int limit = ending - (unit ? LONGEST_UNIT_NAME : LONGEST_FEATURE_NAME);
    int start = wordStart;
    boolean proper = false;
    while (start > 0 && start > limit) {
      int before = passage.wordStart(start);
      if (before < limit || stopsAt(before, start, unit)) {
        break;
      }
      boolean place = found.startOf(start) >= 0 || passage.classAt(before) == WordClass.PLACE;
      if (place && unit) {
        proper |= start < ending || isShort(before, start);
        start = start < ending ? start : before;
        break;
      }
      start = found.startOf(start) >= 0 && !unit ? found.startOf(start) : before;
      proper |= place || isProper(before, passage.wordEnd(before));
    }
    accept(start, ending, end, unit, proper);
  }

  /// A gazetteer name without its unit: 咸宁 before 市.
  private boolean isShort(int start, int end) {
    return lists.units().longestFrom(letters, end - 1, end) == 0 || end - start == 2;
  }

  private void accept(int start, int ending, int end, boolean unit, boolean proper) {
    if (start == ending || lists.common().has(letters, start, end)) {
      return;
    }
    boolean single = end - ending == 1 && !unit;
    if (single && (ending - start > 3 || !isAllProper(start, ending))) {
      return;
    }
    boolean chained = unit && start > 0 && isChained(start);
    if (proper || (chained && ending - start >= 2)) {
      found.add(start, end);
    }
  }

  /// Whether a place stands right before, or before the comma of an enumeration.
  private boolean isChained(int start) {
    int end = letters[start - 1] == '、' ? start - 1 : start;
    return found.startOf(end) >= 0;
  }

  private boolean isAllProper(int start, int end) {
    for (int i = start; i < end; i = passage.wordEnd(i)) {
      if (!isProper(i, passage.wordEnd(i))) {
        return false;
      }
    }
    return true;
  }

  /// Whether a word may be nobody's but a place's: a lone character, or a rare noun.
  private boolean isProper(int start, int end) {
    WordClass kind = passage.classAt(start);
    if (kind == WordClass.PLACE || kind == WordClass.UNKNOWN || kind == WordClass.PERSON) {
      return true;
    }
    if (end - start == 1) {
      return kind != WordClass.NUMBER && kind != WordClass.MEASURE && kind != WordClass.ASCII;
    }
    return kind != WordClass.ASCII && passage.costAt(start) > RARE;
  }

  private boolean stopsAt(int start, int end, boolean unit) {
    WordClass kind = passage.classAt(start);
    if (kind.isGrammar() || passage.text().gapBefore(end)) {
      return true;
    }
    if (lists.before().has(letters, start, end) || titlesBefore.longestBefore(letters, end) > 1) {
      return true;
    }
    if (unit
        && (kind == WordClass.ASCII || found.startOf(end) >= 0 && end - start > 1 && isUnit(end))) {
      return found.startOf(end) >= 0;
    }
    return kind == WordClass.VERB && end - start > 1;
  }

  private boolean isUnit(int end) {
    return lists.units().longestFrom(letters, end - 1, end) == 1;
  }
}
