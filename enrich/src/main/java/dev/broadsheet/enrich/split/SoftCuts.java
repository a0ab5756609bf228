package dev.broadsheet.enrich.split;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Cuts a stretch where another article begins without headline or 讯头. The column has another
/// measure from there on; the text before has come to its end; the words are others.
final class SoftCuts {
  private static final double OTHER_MEASURE = 0.15;
  private static final double ENOUGH = 2.6;
  private static final int SHORTEST = 120;
  private static final int WINDOW = 4;

  /// How reports of meetings and visits end: `…等参加会议。`
  private static final Pattern LAST_WORDS =
      Pattern.compile(
          "(?:参加|出席|列席|陪同|参与)(?:了)?(?:上述)?(?:会议|活动|调研|座谈|座谈会|检查|慰问|仪式|开幕式)?。$|(?:发言|讲话|致辞|签约|启动)。$");

  /// What stands before the full stop of such an end.
  private static final String BEFORE_STOP = "加席陪同与了述议动研谈会查问式言话辞约";

  private final Vocabulary vocabulary;

  SoftCuts(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /// Whether the end of a paragraph is how reports come to their end.
  static boolean isLastWord(String tail) {
    int last = tail.length() - 1;
    return last > 0
        && tail.charAt(last) == '。'
        && BEFORE_STOP.indexOf(tail.charAt(last - 1)) >= 0
        && LAST_WORDS.matcher(tail).find();
  }

  List<Stretch> cut(List<Stretch> stretches) {
    List<Stretch> all = new ArrayList<>();
    for (Stretch stretch : stretches) {
      Stretch rest = stretch;
      for (int at = place(rest); at > 0; at = place(rest)) {
        Stretch below = rest.splitAt(at);
        all.add(rest);
        rest = below;
      }
      all.add(rest);
    }
    return all;
  }

  private int place(Stretch stretch) {
    List<Paragraph> paragraphs = stretch.paragraphs();
    for (int i = 2; i < paragraphs.size() - 1; i++) {
      if (changesMeasure(paragraphs, i)
          && length(paragraphs.subList(i, paragraphs.size())) >= SHORTEST
          && evidence(paragraphs, i) > ENOUGH) {
        return i;
      }
    }
    return -1;
  }

  private static boolean changesMeasure(List<Paragraph> paragraphs, int i) {
    int above = paragraphs.get(i - 1).measure();
    int below = paragraphs.get(i).measure();
    return paragraphs.get(i - 1).ending().isEnd()
        && differ(above, below)
        && !differ(above, paragraphs.get(i - 2).measure())
        && !differ(below, paragraphs.get(i + 1).measure());
  }

  private double evidence(List<Paragraph> paragraphs, int i) {
    String tail = paragraphs.get(i - 1).tail();
    double end = isLastWord(tail) ? 1.5 : 0;
    double cohesion =
        vocabulary.cohesion(
            paragraphs.subList(0, i),
            paragraphs.subList(i, Math.min(paragraphs.size(), i + WINDOW)));
    return 2 + end + Math.clamp((0.06 - cohesion) * 30, -1.5, 1.0);
  }

  private static boolean differ(int a, int b) {
    return a == 0 || b == 0 || Math.abs(a - b) > OTHER_MEASURE * Math.max(a, b);
  }

  private static int length(List<Paragraph> paragraphs) {
    return paragraphs.stream().mapToInt(Paragraph::length).sum();
  }
}
