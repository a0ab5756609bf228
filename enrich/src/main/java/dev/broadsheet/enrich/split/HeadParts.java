package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.page.Glyphs;
import dev.broadsheet.enrich.page.Healing;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Tells kicker, headline, subheads and column of one headline group apart.
final class HeadParts {
  /// `…在大会上强调`, `…时要求`: what a leader said follows.
  private static final Pattern LEAD_IN =
      Pattern.compile(".*(?:强调|要求|指出|表示|提出|时说|作出批示|批示|致辞|会上|时)$");

  /// `某某到某地调研重点项目`: where and what for; what was said follows.
  private static final Pattern VISIT =
      Pattern.compile(".{2,}(?:调研|督导|检查|暗访|走访|慰问|会见|看望|视察|督办|巡查|主持召开).*");

  private static final Pattern FACT =
      Pattern.compile(
          ".*(?:召开|举行|开幕|闭幕|启动|揭牌|开工|成立|签约|竣工|投产|通车|座谈会|会议|上线|挂牌|落幕|开营|开班|发布|公布|印发|出台)$|.*(?:召开|举行|举办).{2,14}");

  private static final Pattern SUBTITLE =
      Pattern.compile(
          "^从.{2,24}看.{2,}|.*(?:巡礼|纪实|综述|侧记|观察|述评|见闻|走笔|扫描|探访|专访|访谈|回眸|调查|系列报道|之[一二三四五六七八九十])$|^访.{4,}|^写在.{4,}|^记.{2,}|^(?:详见|导读).*|(?:[\\u4e00-\\u9fff、]{2,16}(?:讲话|主持|主持会议|出席|致辞|参加|作报告|陪同)(?:"
              + " |$)){1,4}+");

  private static final Pattern NAME =
      Pattern.compile(".*(?:公司|集团|学校|大学|学院|医院|银行|[省市县区镇乡村]|局|委|厅|中心|协会)[：:]?$");

  private static final Pattern MARKED =
      Pattern.compile("^[【\\[《「].{2,12}[】\\]》」]$|^.{2,10}专栏$|.{1,8}·.{1,8}");

  /// A display row and how strongly it points to the body.
  record Line(int row, String text, int gap, double affinity) {}

  /// A head and the rows that each part came from.
  record Parts(
      ArticleDraft.Head head,
      List<Integer> kickers,
      List<Integer> subheads,
      List<Integer> columns) {}

  private final List<Line> lines;
  private final List<Integer> kickers = new ArrayList<>();
  private final List<Integer> subheads = new ArrayList<>();
  private final List<Integer> columns = new ArrayList<>();

  private HeadParts(List<Line> lines) {
    this.lines = lines;
  }

  static Parts of(List<Line> lines) {
    return new HeadParts(wrapped(lines)).parts();
  }

  /// Rows that are one line of print, broken where the box ended, are joined.
  private static List<Line> wrapped(List<Line> lines) {
    List<Line> joined = new ArrayList<>();
    for (Line line : lines) {
      Line last = joined.isEmpty() ? null : joined.getLast();
      if (last != null && line.gap() == 0 && isBroken(last, line)) {
        joined.removeLast();
        joined.add(
            new Line(
                last.row(),
                last.text() + line.text(),
                last.gap(),
                last.affinity() + line.affinity()));
      } else {
        joined.add(line);
      }
    }
    return joined;
  }

  private static boolean isBroken(Line above, Line below) {
    boolean plain = above.text().indexOf(' ') < 0 && below.text().indexOf(' ') < 0;
    boolean whole = LEAD_IN.matcher(above.text()).matches() || FACT.matcher(above.text()).matches();
    boolean sub = isDashed(below.text()) || SUBTITLE.matcher(below.text()).matches();
    boolean named = NAME.matcher(above.text()).matches() && above.text().length() >= 8;
    return plain
        && !whole
        && !sub
        && !named
        && above.text().length() + below.text().length() <= 24
        && isOneBox(above.text().length(), below.text().length());
  }

  /// Lines of one box are about as long; a mere word above a line is a standing title.
  private static boolean isOneBox(int above, int below) {
    return above >= 4 && Math.abs(above - below) <= (above >= 6 ? 6 : 1);
  }

  private Parts parts() {
    int main = main();
    List<String> headline = new ArrayList<>();
    List<String> kicker = new ArrayList<>();
    List<String> below = new ArrayList<>();
    List<String> column = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      Line line = lines.get(i);
      if (i == main || isSameHeadline(i, main)) {
        headline.add(line.text());
      } else if (i < main && isColumn(line)) {
        column.add(line.text());
        columns.add(line.row());
      } else if (i < main) {
        kicker.add(line.text());
        kickers.add(line.row());
      } else {
        below.add(line.text());
        subheads.add(line.row());
      }
    }
    return inline(headline, kicker, below, column);
  }

  /// A kicker may stand on the row of its headline.
  private Parts inline(
      List<String> headline, List<String> kicker, List<String> below, List<String> column) {
    String text = String.join(" ", headline);
    int cut = kicker.isEmpty() ? kickerEnd(text) : 0;
    String above = String.join(kickerGlue(kicker), kicker);
    String kick = cut > 0 ? text.substring(0, cut).strip() : above.isEmpty() ? null : above;
    String main = cut > 0 ? text.substring(cut).strip() : text;
    ArticleDraft.Head head =
        new ArticleDraft.Head(main.isEmpty() ? null : main, kick, below, orNull(column));
    return new Parts(head, kickers, subheads, columns);
  }

  private static String kickerGlue(List<String> kicker) {
    return kicker.size() > 1 && kicker.stream().allMatch(k -> k.length() <= 12) ? "" : " ";
  }

  private static @Nullable String orNull(List<String> texts) {
    return texts.isEmpty() ? null : String.join(" ", texts);
  }

  /// Where the kicker on the row of its headline ends; 0 for none.
  static int kickerEnd(String text) {
    String[] parts = text.split(" ", -1);
    if (parts.length < 2) {
      return 0;
    }
    String first = parts[0];
    boolean opens =
        LEAD_IN.matcher(first).matches()
            || first.endsWith("：")
            || first.endsWith(":")
            || (VISIT.matcher(first).matches()
                && !VISIT.matcher(parts[1]).matches()
                && first.length() >= 8);
    if (opens && first.length() >= 4) {
      return first.length();
    }
    boolean slogan =
        parts.length >= 3
            && first.length() <= 6
            && first.length() == parts[1].length()
            && parts[2].length() > first.length() + 2;
    return slogan ? first.length() + 1 + parts[1].length() : 0;
  }

  private int main() {
    int best = 0;
    double top = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < lines.size(); i++) {
      double score = weight(i);
      if (score > top) {
        top = score;
        best = i;
      }
    }
    return best;
  }

  private double weight(int i) {
    Line line = lines.get(i);
    String text = line.text();
    double score = Math.min(line.affinity(), 8) * 0.12;
    score += text.length() >= 7 ? 1 : text.length() >= 5 ? 0 : -1.5;
    score -= text.length() > 28 ? 0.8 : 0;
    score += isCouplet(text) ? 1 : 0;
    score -= Math.max(0, i - 1) * 0.35;
    score -= isDashed(text) ? 5 : 0;
    score -= SUBTITLE.matcher(text).matches() ? 3 : 0;
    score -= lines.size() > 1 && (text.endsWith("：") || text.endsWith(":")) ? 4 : 0;
    score -= LEAD_IN.matcher(text).matches() ? 3 : 0;
    score -= NAME.matcher(text).matches() && text.length() <= 20 ? 2 : 0;
    score -= MARKED.matcher(text).matches() ? 2 : 0;
    score -= isColumn(line) ? 0.8 : 0;
    score -= text.chars().filter(c -> c == '，' || c == ',' || c == '、').count() * 0.5;
    score += rank(i);
    return score + fact(i);
  }

  /// The headline is set larger than its kicker, so it is shorter; of two lines, a much longer
  /// second is a subhead, unless the first is a mere word.
  private double rank(int i) {
    if (i > 0 && lines.get(i).text().length() <= lines.get(i - 1).text().length() - 2) {
      return 1;
    }
    if (lines.size() != 2 || isSubtitle(lines.get(1).text())) {
      return 0;
    }
    int first = lines.getFirst().text().length();
    boolean longer = lines.get(1).text().length() >= first + 4;
    return longer && (first > 8) == (i == 0) ? 1 : 0;
  }

  /// Two halves of a headline: `抢抓农时 确保丰收`.
  private static boolean isCouplet(String text) {
    int space = text.indexOf(' ');
    return space >= 5 && text.length() - space > 5;
  }

  /// The line that states the fact is the headline, unless it is the longer line above a slogan.
  private double fact(int i) {
    boolean fact = FACT.matcher(lines.get(i).text()).matches();
    if (!fact) {
      return 0;
    }
    boolean above =
        i + 1 < lines.size()
            && !isDashed(lines.get(i + 1).text())
            && !SUBTITLE.matcher(lines.get(i + 1).text()).matches()
            && (isCouplet(lines.get(i + 1).text())
                || lines.get(i).text().length() > lines.get(i + 1).text().length())
            && lines.get(i + 1).text().indexOf('，') < 0;
    return above ? -1 : 1.5;
  }

  /// Two lines without a sign of rank are one headline.
  private boolean isSameHeadline(int i, int main) {
    boolean pair = lines.size() == 2 || lines.get(Math.max(i, main)).gap() <= 0;
    return pair
        && Math.abs(i - main) == 1
        && !isColumn(lines.get(i))
        && !isSubtitle(lines.get(i).text())
        && Math.abs(weight(i) - weight(main)) < 0.6;
  }

  private boolean isColumn(Line line) {
    String text = line.text();
    int space = text.indexOf(' ');
    boolean halves = space >= 3 && space <= 6 && text.length() == space * 2 + 1;
    return MARKED.matcher(text).matches()
        || (lines.size() > 1
            && text.length() <= 8
            && line.affinity() < 4
            && !NAME.matcher(text).matches())
        || (lines.size() > 2 && halves && line.equals(lines.getFirst()));
  }

  /// Whether it reads as the line below a headline.
  static boolean isSubtitle(String text) {
    return isDashed(text) || SUBTITLE.matcher(text).matches();
  }

  private static boolean isDashed(String text) {
    return !text.isEmpty() && Glyphs.isDash(text.charAt(0));
  }

  /// The text of a display row as a part of a head.
  static String clean(String text) {
    return Healing.line(text);
  }
}
