package dev.broadsheet.enrich.name;

import dev.broadsheet.enrich.lexicon.Lexicon;
import dev.broadsheet.enrich.lexicon.Passage;
import dev.broadsheet.enrich.lexicon.WordClass;
import dev.broadsheet.enrich.name.NameLists.Ending;
import dev.broadsheet.enrich.name.NameLists.OrganisationLists;

/// Finds organisations in one passage: whole names of a list, and what ends like one (…有限公司,
/// 市…局) with the words before it that belong to the name. For one passage and one thread.
final class OrganisationScanner {
  private static final int LONGEST_NAME = 26;

  /// A word commoner than this is no company's name by itself.
  private static final float COMMON = 10.2f;

  private final OrganisationLists lists;
  private final Lexicon titlesAhead;
  private final Lexicon titlesBefore;
  private final Passage passage;
  private final char[] letters;
  private final Mentions places;
  private final Mentions found;

  OrganisationScanner(NameLists lists, Passage passage, Mentions places) {
    this.lists = lists.organisations();
    this.titlesAhead = lists.persons().verbs().titles();
    this.titlesBefore = lists.persons().titlesBefore();
    this.passage = passage;
    this.letters = passage.letters();
    this.places = places;
    this.found = new Mentions(passage);
  }

  Mentions scan() {
    for (int start = 0; start < letters.length; start = passage.wordEnd(start)) {
      int whole = lists.whole().longestFrom(letters, start, letters.length);
      int end = start + whole;
      if (whole > 1 && passage.isBoundary(end) && !isOffice(end)) {
        found.add(start, end);
      }
      tryEnding(start);
    }
    return found;
  }

  /// An authority right before an office is part of a person's title.
  private boolean isOffice(int end) {
    return end < letters.length && titlesAhead.longestFrom(letters, end, letters.length) > 1;
  }

  private void tryEnding(int start) {
    int node = Lexicon.ROOT;
    int word = Lexicon.NONE;
    int end = start;
    for (int i = start; i < letters.length; i++) {
      node = lists.endings().next(node, letters[i]);
      if (node == Lexicon.NONE) {
        break;
      }
      if (lists.endings().wordAt(node) != Lexicon.NONE && passage.isBoundary(i + 1)) {
        word = lists.endings().wordAt(node);
        end = i + 1;
      }
    }
    if (word != Lexicon.NONE) {
      extend(start, end, lists.kinds().get(word));
    }
  }

  private void extend(int ending, int end, Ending kind) {
    switch (kind) {
      case COMPANY, INSTITUTION, BODY -> extendFreely(ending, end, kind);
      case AUTHORITY -> extendByPlace(ending, end);
    }
  }

  private void extendByPlace(int ending, int end) {
    int start = ending;
    while (start > 0) {
      int before = placeOrOpener(start);
      if (before < 0) {
        break;
      }
      start = before;
    }
    boolean bare = start == ending && end - ending >= 3 && isDepartment(end);
    if ((start < ending || bare) && !isOffice(end)) {
      found.add(start, end);
    }
  }

  /// Start of the place, the organisation or the opening word that ends at `end`; -1 for none.
  private int placeOrOpener(int end) {
    if (places.startOf(end) >= 0) {
      return places.startOf(end);
    }
    if (found.startOf(end) >= 0) {
      return found.startOf(end);
    }
    int start = passage.wordStart(end);
    return start >= 0 && lists.openers().has(letters, start, end) ? start : -1;
  }

  /// 局, 委, 厅, 部, 署 name one by themselves: 人社局.
  private boolean isDepartment(int end) {
    char last = letters[end - 1];
    return last == '局' || last == '委' || last == '厅';
  }

  private void extendFreely(int ending, int end, Ending kind) {
    int start = ending;
    int limit = Math.max(0, end - LONGEST_NAME);
    boolean proper = false;
    while (start > limit) {
      int known = placeOrOpener(start);
      int before = known >= 0 ? known : wordOrBracket(start, limit);
      if (before < limit || known < 0 && letters[start - 1] != '）' && stopsAt(before, start)) {
        break;
      }
      proper |= known >= 0 || isProper(before, start);
      start = before;
    }
    start = fromPlace(start, ending);
    if (start < ending
        && proper
        && !isTrivial(start, ending)
        && !(kind == Ending.BODY && isOffice(end))) {
      found.add(start, end);
    }
  }

  /// Start of the word that ends at `end`, or of the bracket around a place: （湖北）.
  private int wordOrBracket(int end, int limit) {
    if (letters[end - 1] == '）') {
      for (int i = end - 2; i > limit && end - i < 10; i--) {
        if (letters[i] == '（') {
          return places.startOf(end - 1) >= 0 ? i : -1;
        }
      }
      return -1;
    }
    return passage.wordStart(end);
  }

  /// A name that holds a place begins with it: what stands before the first one is not the
  /// name's, save 中国 and its like.
  private int fromPlace(int start, int ending) {
    for (int i = start; i < ending; i = Math.max(i + 1, passage.wordEnd(i))) {
      if (places.endOf(i) != 0 && places.endOf(i) <= ending) {
        return found.endOf(start) != 0 ? start : i;
      }
    }
    return start;
  }

  /// One character, or nothing but a common word, is no name (总公司, 企业集团).
  private boolean isTrivial(int start, int ending) {
    if (ending - start == 1) {
      return !lists.openers().has(letters, start, ending);
    }
    return passage.wordEnd(start) == ending
        && passage.classAt(start) != WordClass.PLACE
        && passage.costAt(start) < COMMON;
  }

  private boolean isProper(int start, int end) {
    WordClass kind = passage.classAt(start);
    return switch (kind) {
      case PLACE, PERSON, UNKNOWN, ORGANISATION -> true;
      case NOUN, VERB, VERBAL_NOUN, ADJECTIVE, DIRECTION, MEASURE, NUMBER ->
          end - start == 1 ? kind != WordClass.NUMBER : passage.costAt(start) > COMMON;
      case ADVERB, PREPOSITION, CONJUNCTION, PARTICLE, PRONOUN, TIME, PUNCTUATION, ASCII -> false;
    };
  }

  private boolean stopsAt(int start, int end) {
    WordClass kind = passage.classAt(start);
    if (kind == WordClass.PUNCTUATION || passage.text().gapBefore(end)) {
      return true;
    }
    if (lists.before().has(letters, start, end) || titlesBefore.longestBefore(letters, end) > 1) {
      return true;
    }
    return switch (kind) {
      case PARTICLE, PREPOSITION, CONJUNCTION, PRONOUN, TIME, PUNCTUATION -> true;
      case ADVERB, VERB -> end - start > 1;
      case NUMBER -> letters[start] != '第';
      case NOUN,
          VERBAL_NOUN,
          ADJECTIVE,
          MEASURE,
          DIRECTION,
          PERSON,
          PLACE,
          ORGANISATION,
          ASCII,
          UNKNOWN ->
          false;
    };
  }
}
