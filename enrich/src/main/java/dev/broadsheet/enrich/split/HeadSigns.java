package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.page.Glyphs;
import java.util.regex.Pattern;

/// What the words of a line of a head tell about its part: kicker, headline, subhead or standing
/// title.
final class HeadSigns {
  /// `…在大会上强调`, `…时要求`: what a leader said follows.
  private static final Pattern LEAD_IN =
      Pattern.compile(".*(?:强调|要求|指出|表示|提出|时说|作出批示|批示|致辞|会上|时)$");

  /// `某某到某地调研重点项目`: where and what for; what was said follows.
  private static final Pattern VISIT =
      Pattern.compile(".{2,}(?:调研|督导|检查|暗访|走访|慰问|会见|看望|视察|督办|巡查|主持召开).*");

  private static final Pattern FACT =
      Pattern.compile(
          ".*(?:召开|举行|开幕|闭幕|启动|揭牌|开工|成立|签约|竣工|投产|通车|座谈会|会议|上线|挂牌|落幕|开营|开班|发布|公布|印发|出台)$|.*(?:召开|举行|举办).{2,14}");

  private static final Pattern EVENT =
      Pattern.compile(".*(?:开赛|下线|落成|收官|开馆|启用|施行|实施|开街|开抢)$|.*(?:发布|印发|下发)第.{1,4}号.{1,6}");

  private static final Pattern SUBTITLE =
      Pattern.compile(
          "^从.{2,24}看.{2,}|.*(?:巡礼|纪实|综述|侧记|观察|述评|见闻|走笔|扫描|探访|专访|访谈|回眸|调查|系列报道|之[一二三四五六七八九十])$|^访.{4,}|^写在.{4,}|^记.{2,}|^(?:详见|导读).*|(?:[\\u4e00-\\u9fff、]{2,16}(?:讲话|主持|主持会议|出席|致辞|参加|作报告|陪同)(?:"
              + " |$)){1,4}+");

  /// `某某局局长答本报记者问`, `对话某某专家`: who was asked; what he said is the headline.
  private static final Pattern ASKED =
      Pattern.compile(".{2,}答.{0,6}记者问$|^(?:对话|专访|独家对话)[^，,：:]{4,}|.{2,24}(?:律师|专家|医生)答读者问$");

  private static final Pattern NAME =
      Pattern.compile(".*(?:公司|集团|学校|大学|学院|医院|银行|[省市县区镇乡村]|局|委|厅|中心|协会)[：:]?$");

  private static final Pattern MARKED =
      Pattern.compile("^[【\\[《「].{2,12}[】\\]》」]$|^.{2,10}专栏$|.{1,8}·.{1,8}|.{2,6}·$");

  private static final int SHORTEST = 6;

  private HeadSigns() {}

  static boolean isLeadIn(String text) {
    return LEAD_IN.matcher(text).matches();
  }

  static boolean isVisit(String text) {
    return VISIT.matcher(text).matches();
  }

  /// Whether it states what took place.
  static boolean isFact(String text) {
    return FACT.matcher(text).matches();
  }

  /// The same in more words, which alone make no headline of a line.
  static boolean isEvent(String text) {
    return isFact(text) || EVENT.matcher(text).matches();
  }

  static boolean isAsked(String text) {
    return ASKED.matcher(text).matches();
  }

  /// Whether it names an authority, a firm or a place at its end.
  static boolean isName(String text) {
    return NAME.matcher(text).matches();
  }

  static boolean isMarked(String text) {
    return MARKED.matcher(text).matches();
  }

  /// Whether it reads as the line below a headline.
  static boolean isSubtitle(String text) {
    return isDashed(text) || SUBTITLE.matcher(text).matches();
  }

  static boolean isDashed(String text) {
    return !text.isEmpty() && Glyphs.isDash(text.charAt(0));
  }

  /// Whether nothing about the line makes it another part of a head than the headline.
  static boolean mayBeHeadline(String text) {
    return text.length() >= SHORTEST
        && !isLeadIn(text)
        && !isAsked(text)
        && !isName(text)
        && !isMarked(text)
        && !isSubtitle(text)
        && !endsWithDash(text)
        && !endsWithColon(text)
        && !StandingTitles.contains(text);
  }

  /// What is left of a headline group: `——某地改革一年观察` names the article without its dash.
  static String undashed(String text) {
    int from = 0;
    while (from < text.length() && Glyphs.isDash(text.charAt(from))) {
      from++;
    }
    return text.substring(from).strip();
  }

  /// `某地推进某事——`: the headline says what it is.
  static boolean endsWithDash(String text) {
    return text.endsWith("——") || text.endsWith("--");
  }

  static boolean endsWithColon(String text) {
    return text.endsWith("：") || text.endsWith(":");
  }

  /// Two halves of a headline: `抢抓农时 确保丰收`.
  static boolean isCouplet(String text) {
    int space = text.indexOf(' ');
    return space >= 5 && text.length() - space > 5;
  }

  /// Where the kicker on the row of its headline ends; 0 for none.
  static int kickerEnd(String text) {
    String[] parts = text.split(" ", -1);
    if (parts.length < 2) {
      return 0;
    }
    String first = parts[0];
    boolean opens =
        isLeadIn(first)
            || endsWithColon(first)
            || (isVisit(first) && !isVisit(parts[1]) && first.length() >= 8);
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
}
