package dev.broadsheet.enrich.name;

import dev.broadsheet.enrich.lexicon.Passage;

/// The opening of a report that names who filed it: 本报讯 记者甲、通讯员乙报道： and its like.
final class ReportMark {
  private static final int LONGEST = 140;
  private static final int LATEST_MARK = 24;

  private ReportMark() {}

  /// Offset behind the opening; 0 when the passage has none.
  static int end(Passage passage) {
    char[] letters = passage.letters();
    int to = Math.min(letters.length, LONGEST);
    if (!hasMark(letters, Math.min(to, LATEST_MARK))) {
      return 0;
    }
    boolean reporter = false;
    for (int i = 1; i < to; i++) {
      reporter |= isPair(letters, i, '记', '者') || isPair(letters, i, '讯', '员');
      if (reporter && (letters[i] == '）' || isPair(letters, i, '报', '道'))) {
        return i + 1;
      }
      if (letters[i] == '。') {
        return 0;
      }
    }
    return 0;
  }

  private static boolean hasMark(char[] letters, int to) {
    for (int i = 1; i < to; i++) {
      if (letters[i] == '讯' || letters[i] == '电' || isPair(letters, i, '记', '者')) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPair(char[] letters, int index, char first, char second) {
    return letters[index - 1] == first && letters[index] == second;
  }
}
