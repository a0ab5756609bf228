package dev.broadsheet.enrich.date;

import java.util.BitSet;
import java.util.List;

/// What the words around an expression say of its time.
///
/// @param ahead whether it is still to come (将于5月)
/// @param compared whether it only serves to compare (较去年增长)
record Cue(boolean ahead, boolean compared) {
  static final Cue NONE = new Cue(false, false);

  private static final int BEFORE = 8;
  private static final int BEHIND = 14;
  private static final List<String> AHEAD_BEFORE =
      List.of("将", "拟", "预计", "计划", "定于", "力争", "确保", "展望", "目标", "截止");
  private static final List<String> AHEAD_BEHIND = List.of("将", "前完成", "前建成", "起施行", "起实施", "截止");

  /// First characters of these pieces: most places are done with after one look.
  private static final BitSet AHEAD_FIRST = firsts();

  private static final String COMPARISON = "较比超与同占跟";

  /// Reads the surroundings of a stretch of the text.
  static Cue around(Squeezed text, int start, int end) {
    return new Cue(
        isAheadBefore(text, start) || isAheadBehind(text, end),
        COMPARISON.indexOf(text.at(start - 1)) >= 0);
  }

  private static BitSet firsts() {
    BitSet firsts = new BitSet();
    AHEAD_BEFORE.forEach(piece -> firsts.set(piece.charAt(0)));
    AHEAD_BEHIND.forEach(piece -> firsts.set(piece.charAt(0)));
    return firsts;
  }

  private static boolean isSentenceEnd(char c) {
    return switch (c) {
      case '。', '！', '？', '!', '?', '；', ';' -> true;
      default -> false;
    };
  }

  private static boolean isAheadBefore(Squeezed text, int start) {
    for (int i = start - 1; i >= start - BEFORE && i >= 0; i--) {
      if (isSentenceEnd(text.at(i))) {
        return false;
      }
      if (AHEAD_FIRST.get(text.at(i)) && Surroundings.startsWithAny(text, i, AHEAD_BEFORE)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAheadBehind(Squeezed text, int end) {
    for (int i = end; i < end + BEHIND && i < text.length(); i++) {
      if (isSentenceEnd(text.at(i))) {
        return false;
      }
      if (AHEAD_FIRST.get(text.at(i)) && Surroundings.startsWithAny(text, i, AHEAD_BEHIND)) {
        return true;
      }
    }
    return false;
  }
}
