package dev.broadsheet.enrich.name;

import dev.broadsheet.enrich.lexicon.Passage;
import dev.broadsheet.enrich.lexicon.WordClass;
import dev.broadsheet.enrich.name.NameLists.ForeignLists;

/// Finds foreign persons in one passage: parts joined by a middle dot, and what is written with
/// the characters of such names behind an office that foreigners hold. For one passage and one
/// thread.
final class ForeignScanner {
  private static final int LONGEST_PART = 8;

  private final ForeignLists lists;
  private final Passage passage;
  private final char[] letters;
  private final Mentions found;

  ForeignScanner(NameLists lists, Passage passage, Mentions found) {
    this.lists = lists.foreign();
    this.passage = passage;
    this.letters = passage.letters();
    this.found = found;
  }

  void scan() {
    for (int i = 1; i < letters.length - 1; i++) {
      if (letters[i] == '·') {
        tryDot(i);
      } else if (passage.classAt(i) == WordClass.PERSON && passage.wordEnd(i) - i > 2) {
        found.add(i, passage.wordEnd(i), true);
      } else if (passage.isBoundary(i) && lists.officesBefore().isNoted(passage, i)) {
        int end = partEnd(i);
        if (end - i >= 3) {
          found.add(i, end, true);
        }
      }
    }
  }

  private void tryDot(int dot) {
    int start = found.startOf(dot) >= 0 ? found.startOf(dot) : partStart(dot);
    int end = partEnd(dot + 1);
    if (dot - start >= 2 && end - dot >= 2) {
      found.add(start, end, true);
    }
  }

  private int partStart(int end) {
    int start = end;
    while (start > 0 && end - start < LONGEST_PART && isLetter(start - 1)) {
      start--;
    }
    return start;
  }

  private int partEnd(int start) {
    int end = start;
    while (end < letters.length && end - start < LONGEST_PART && isLetter(end)) {
      end++;
    }
    return end;
  }

  private boolean isLetter(int index) {
    return lists.letters().isNoted(passage, index);
  }
}
