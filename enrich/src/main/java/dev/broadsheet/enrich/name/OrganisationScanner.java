package dev.broadsheet.enrich.name;

import dev.broadsheet.enrich.lexicon.Lexicon;
import dev.broadsheet.enrich.lexicon.NotedWords;
import dev.broadsheet.enrich.lexicon.Passage;
import dev.broadsheet.enrich.lexicon.WordClass;
import dev.broadsheet.enrich.name.NameLists.Ending;
import dev.broadsheet.enrich.name.NameLists.OrganisationLists;

/// Finds organisations in one passage: whole names of a list, and what ends like one (…有限公司,
/// 市…局) with the words before it that belong to the name. For one passage and one thread.
final class OrganisationScanner {
  private static final int LONGEST_NAME = 26;

  /// A word commoner than this is no company's name by itself.
  private static final float COMMON = 11f;

  /// Last characters of leaders' offices: 书记, 局长, 主任, 主席, 常委.
  private static final String LEADS = "记长任席委理";

  private final OrganisationLists lists;
  private final NotedWords titlesAhead;
  private final NotedWords titlesBefore;
  private final Passage passage;
  private final char[] letters;
  private final Mentions places;
  private final Mentions found;

  OrganisationScanner(NameLists lists, Passage passage, Mentions places, Mentions found) {
    this.lists = lists.organisations();
    this.titlesAhead = lists.persons().verbs().titles();
    this.titlesBefore = lists.persons().titlesBefore();
    this.passage = passage;
    this.letters = passage.letters();
    this.places = places;
    this.found = found;
  }

  void scan() {
    for (int start = 0; start < letters.length; start = passage.wordEnd(start)) {
      int whole = lists.whole().longestFrom(passage, start);
      int end = start + whole;
      if (whole > 1 && passage.isBoundary(end) && !isOffice(end)) {
        found.add(start, end, true);
      }
      tryEnding(start);
    }
  }

  /// An authority right before a leader's office is part of a person's title.
  private boolean isOffice(int end) {
    int length = titlesAhead.longestFrom(passage, end);
    return length > 1 && LEADS.indexOf(letters[end + length - 1]) >= 0;
  }

  private void tryEnding(int start) {
    if (!lists.endings().isNoted(passage, start)) {
      return;
    }
    Lexicon endings = lists.endings().words();
    int node = Lexicon.ROOT;
    int word = Lexicon.NONE;
    int end = start;
    for (int i = start; i < letters.length; i++) {
      node = endings.next(node, letters[i]);
      if (node == Lexicon.NONE) {
        break;
      }
      if (endings.wordAt(node) != Lexicon.NONE && passage.isBoundary(i + 1)) {
        word = endings.wordAt(node);
        end = i + 1;
      }
    }
    if (word != Lexicon.NONE) {
      extend(start, end, lists.kinds().get(word));
    }
  }

  private void extend(int ending, int end, Ending kind) {
    switch (kind) {
      case COMPANY, FIRM, INSTITUTION, BODY -> extendFreely(ending, end, kind);
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
      found.add(start, end, true);
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
    return start >= 0 && lists.openers().has(passage, start, end) ? start : -1;
  }

  /// 局, 委, 厅, 部, 署 name one by themselves: 人社局.
  private boolean isDepartment(int end) {
    char last = letters[end - 1];
    return last == '局' || last == '委' || last == '厅';
  }

  private void extendFreely(int ending, int end, Ending kind) {
    int start = ending;
    int limit = Math.max(0, end - LONGEST_NAME);
    int own = 0;
    while (start > limit) {
      int known = placeOrOpener(start);
      int before = known >= 0 ? known : wordOrBracket(start, limit);
      boolean bracket = letters[start - 1] == '）';
      if (before < limit || (known < 0 && !bracket && stopsAt(before, start, kind))) {
        break;
      }
      own += known >= 0 ? 2 : isOwn(before, start) ? 1 : 0;
      start = before;
      if (known >= 0 && placeOrOpener(start) < 0 && kind != Ending.COMPANY) {
        break;
      }
    }
    start = fromPlace(start, ending);
    boolean named = own > (kind == Ending.FIRM ? 1 : 0);
    if (start < ending
        && named
        && !isTrivial(start, ending)
        && !(kind == Ending.BODY && isOffice(end))) {
      found.add(start, end, true);
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
      boolean bracketed = i > 0 && letters[i - 1] == '（';
      if (!bracketed && places.endOf(i) != 0) {
        return found.endOf(start) != 0 ? start : i;
      }
    }
    return start;
  }

  /// One character, or nothing but a common word, is no name (总公司, 企业集团).
  private boolean isTrivial(int start, int ending) {
    if (ending - start == 1) {
      return !lists.openers().has(passage, start, ending);
    }
    return passage.wordEnd(start) == ending
        && passage.classAt(start) != WordClass.PLACE
        && passage.classAt(start) != WordClass.ORGANISATION
        && passage.costAt(start) < COMMON;
  }

  /// Whether a word may be the name's own: unknown, a lone character, or rare.
  private boolean isOwn(int start, int end) {
    WordClass kind = passage.classAt(start);
    return switch (kind) {
      case PLACE, PERSON, UNKNOWN, ORGANISATION -> true;
      case NOUN, VERB, VERBAL_NOUN, ADJECTIVE, DIRECTION, MEASURE, NUMBER ->
          end - start == 1 ? kind != WordClass.NUMBER : passage.costAt(start) > COMMON;
      case ADVERB, PREPOSITION, CONJUNCTION, PARTICLE, PRONOUN, TIME, PUNCTUATION, ASCII -> false;
    };
  }

  /// 三九 in 广东三九药业 belongs to the name: a place opens it.
  private boolean isAfterPlace(int start) {
    return places.startOf(start) >= 0;
  }

  /// 中 opens a company's name at the head of a phrase or behind a place: 中恒电子, 江苏中恒电子.
  private boolean opensCompany(int start, Ending ending) {
    return ending == Ending.COMPANY
        && letters[start] == '中'
        && (start == 0
            || isAfterPlace(start)
            || passage.classAt(start - 1) == WordClass.PUNCTUATION);
  }

  private boolean stopsAt(int start, int end, Ending ending) {
    WordClass kind = passage.classAt(start);
    if (kind == WordClass.PUNCTUATION || passage.text().gapBefore(end)) {
      return true;
    }
    if (opensCompany(start, ending)) {
      return false;
    }
    if (lists.before().has(passage, start, end) || titlesBefore.longestBefore(passage, end) > 1) {
      return true;
    }
    if (ending == Ending.FIRM && (kind == WordClass.ADJECTIVE || kind == WordClass.MEASURE)) {
      return end - start > 1;
    }
    return switch (kind) {
      case PARTICLE, PREPOSITION, CONJUNCTION, PRONOUN, TIME, PUNCTUATION -> true;
      case ADVERB, VERB -> end - start > 1;
      case NUMBER -> letters[start] != '第' && !isAfterPlace(start);
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
