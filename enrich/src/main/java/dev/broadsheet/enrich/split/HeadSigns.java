package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.page.Glyphs;

/// What the words of a line of a head tell about its part: kicker, headline, subhead or standing
/// title.
final class HeadSigns {
  /// `…在大会上强调`, `…时要求`: what a leader said follows.
  private static final WordEnds LEAD_IN =
      WordEnds.of("强调", "要求", "指出", "表示", "提出", "时说", "批示", "致辞", "会上", "时");

  /// `某某到某地调研重点项目`: where and what for; what was said follows.
  private static final Clue VISIT =
      Clue.of(".{2,}(?:调研|督导|检查|暗访|走访|慰问|会见|看望|视察|督办|巡查|主持召开).*", "研导查访问见望察办召");

  private static final WordEnds FACT =
      WordEnds.of(
          "召开", "举行", "开幕", "闭幕", "启动", "揭牌", "开工", "成立", "签约", "竣工", "投产", "通车", "座谈会", "会议", "上线",
          "挂牌", "落幕", "开营", "开班", "发布", "公布", "印发", "出台");

  /// `召开某某会`.
  private static final Clue HELD = Clue.of(".*(?:召开|举行|举办).{2,14}", "召举");

  private static final WordEnds EVENT =
      WordEnds.of("开赛", "下线", "落成", "收官", "开馆", "启用", "施行", "实施", "开街", "开抢");

  /// `发布第3号台风预警`.
  private static final Clue ISSUED = Clue.of(".*(?:发布|印发|下发)第.{1,4}号.{1,6}", "号");

  private static final WordEnds GENRE =
      WordEnds.of(
          "巡礼", "纪实", "综述", "侧记", "观察", "述评", "见闻", "走笔", "扫描", "探访", "专访", "访谈", "回眸", "调查",
          "系列报道", "之一", "之二", "之三", "之四", "之五", "之六", "之七", "之八", "之九", "之十");

  /// `从一滴水看…`, `访某某`, `写在某日之际`, `记某某`.
  private static final Clue ABOUT =
      Clue.of("从.{2,24}看.{2,}|访.{4,}|写在.{4,}|记.{2,}|(?:详见|导读).*", "从访写记详导");

  /// `某某主持会议 某某出席`.
  private static final Clue ATTENDED =
      Clue.of(
          "(?:[\\u4e00-\\u9fff、]{2,16}(?:讲话|主持|主持会议|出席|致辞|参加|作报告|陪同)(?: |$)){1,4}+", "话持议席辞加告同");

  /// `某某局局长答本报记者问`, `对话某某专家`: who was asked; what he said is the headline.
  private static final Clue ASKED =
      Clue.of(".{2,}答.{0,6}记者问|(?:对话|专访|独家对话)[^，,：:]{4,}|.{2,24}(?:律师|专家|医生)答读者问", "答对专独");

  private static final WordEnds NAME =
      WordEnds.of(
          "公司", "集团", "学校", "大学", "学院", "医院", "银行", "省", "市", "县", "区", "镇", "乡", "村", "局", "委",
          "厅", "中心", "协会");

  private static final Clue MARKED =
      Clue.of("[【\\[《「].{2,12}[】\\]》」]|.{2,10}专栏|.{1,8}·.{1,8}|.{2,6}·", "】]》」栏·");

  private static final int SHORTEST = 6;
  private static final int LONGER = 5;

  private HeadSigns() {}

  static boolean isLeadIn(String text) {
    return LEAD_IN.end(text);
  }

  static boolean isVisit(String text) {
    return VISIT.is(text);
  }

  /// Whether it states what took place.
  static boolean isFact(String text) {
    return FACT.end(text) || HELD.is(text);
  }

  /// The same in more words, which alone make no headline of a line.
  static boolean isEvent(String text) {
    return isFact(text) || EVENT.end(text) || ISSUED.is(text);
  }

  static boolean isAsked(String text) {
    return ASKED.is(text);
  }

  /// Whether it names an authority, a firm or a place at its end.
  static boolean isName(String text) {
    return NAME.end(endsWithColon(text) ? text.substring(0, text.length() - 1) : text);
  }

  static boolean isMarked(String text) {
    return MARKED.is(text);
  }

  /// Whether it reads as the line below a headline.
  static boolean isSubtitle(String text) {
    return isDashed(text) || GENRE.end(text) || ABOUT.is(text) || ATTENDED.is(text);
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
    if (text.indexOf(' ') < 0) {
      return 0;
    }
    String[] parts = text.split(" ", -1);
    String first = parts[0];
    boolean opens =
        isLeadIn(first)
            || endsWithColon(first)
            || (isVisit(first) && !isVisit(parts[1]) && first.length() >= 8);
    if (opens && first.length() >= 4) {
      return first.length();
    }
    int slogan = sloganEnd(parts);
    return slogan > 0 ? slogan : parts.length == 2 && isKickerBeside(parts) ? first.length() : 0;
  }

  /// Where a slogan of two or more short parts of one length ends before a longer headline; 0 for
  /// none.
  private static int sloganEnd(String[] parts) {
    int length = parts[0].length();
    int end = length;
    int same = 1;
    while (same < parts.length && parts[same].length() == length) {
      end += 1 + length;
      same++;
    }
    boolean slogan =
        length <= 6 && same > 1 && same < parts.length && parts[same].length() > length + 2;
    return slogan ? end : 0;
  }

  /// A figure in more words than the headline beside it, or a line beside `某某：…`.
  private static boolean isKickerBeside(String[] parts) {
    int colon = Math.max(parts[1].indexOf('：'), parts[1].indexOf(':'));
    boolean named = colon >= 2 && colon <= 6 && parts[0].length() >= 7;
    boolean fact = !isEvent(parts[0]) && parts[0].chars().anyMatch(Character::isDigit);
    return named
        ? parts[0].indexOf('：') < 0 && parts[0].indexOf(':') < 0
        : fact && parts[0].length() >= parts[1].length() + LONGER;
  }
}
