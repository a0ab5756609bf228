package dev.broadsheet.enrich.split;

import java.util.List;

/// The best sequence of roles over the whole page: the sum of what each row shows and of how well
/// neighbours go together is greatest.
final class RoleDecoder {
  private static final State[] ALL = State.values();

  /// Roles as the sequence tells them apart. What a display row is, kicker, headline or crosshead,
  /// is settled with the articles.
  enum State {
    FURNITURE,
    DISPLAY,
    /// A display row that stands in the middle of a sentence.
    INSET,
    BODY,
    BYLINE,
    JUMP
  }

  private RoleDecoder() {}

  /// One state a row.
  static State[] decode(List<RowFacts> rows, RoleScores scores) {
    int n = rows.size();
    State[] best = new State[n];
    if (n == 0) {
      return best;
    }
    byte[] from = new byte[n * ALL.length];
    double[] score = new double[ALL.length];
    for (int s = 0; s < ALL.length; s++) {
      score[s] = ALL[s] == State.INSET ? -20 : scores.of(0, ALL[s]);
    }
    for (int i = 1; i < n; i++) {
      score = step(i, score, from, scores);
    }
    int last = 0;
    for (int s = 1; s < ALL.length; s++) {
      last = score[s] > score[last] ? s : last;
    }
    for (int i = n - 1; i >= 0; i--) {
      best[i] = ALL[last];
      last = from[i * ALL.length + last];
    }
    return best;
  }

  private static double[] step(int i, double[] score, byte[] from, RoleScores scores) {
    double[] next = new double[ALL.length];
    for (int s = 0; s < ALL.length; s++) {
      double top = Double.NEGATIVE_INFINITY;
      for (int before = 0; before < ALL.length; before++) {
        double total = score[before] + scores.between(i, ALL[before], ALL[s]);
        if (total > top) {
          top = total;
          from[i * ALL.length + s] = (byte) before;
        }
      }
      next[s] = top + scores.of(i, ALL[s]);
    }
    return next;
  }
}
