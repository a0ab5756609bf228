package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.page.Glyphs;
import dev.broadsheet.enrich.page.Marks;
import java.util.regex.Pattern;

/// What the first words of a paragraph tell about its opening an article or going on with one.
final class Wording {
  /// `记者从某局获悉`.
  private static final Clue LEARNT = Clue.of("记者.{0,4}从.{2,24}(?:获悉|了解)", "从");

  /// What stands before a comma in news, beside `8日`.
  private static final WordEnds WHEN = WordEnds.of("近日", "近期", "日前", "昨日", "今日", "昨天", "今天");

  /// What leads on from the paragraph before.
  private static final Clue LEADS_ON =
      Clue.of(
          "[他她它](?!山)|这(?!座城)|那(?!年)|此|同时|据介绍|据了解|据悉|目前|另外|其中|对此|为此|随后|接着|与此同时|下一步|接下来|如今|会上|会议|"
              + "活动|当天|现场|针对|不仅|而|但|可|于是|不过|其|该|两|谈|说到|除了|有了",
          "他她它这那此同据目另其对为随接与下如会活当现针不而但可于该两谈说除有");

  /// `市某局局长某某介绍，`: someone new speaks on the subject at hand.
  private static final WordsWithin SPEAKS =
      WordsWithin.of(4, 36, "说,:", "介绍", "表示", "认为", "提醒", "坦言", "显示", "透露", "告诉记者");

  /// `近期，`, `本周，`, `兹有…`, `即日起`: what texts without a headline open with.
  private static final WordsWithin OPENS =
      WordsWithin.of(
          0, 0, "", "近期", "最近", "本周", "上周", "下周", "连日来", "日前", "眼下", "时下", "入春以来", "入夏以来", "入秋以来",
          "入冬以来", "兹有", "兹因", "为迎接", "遗失", "本公司", "我公司", "我司");

  /// `某地近日开通…`, `某局即日起…`.
  private static final WordsWithin LATELY = WordsWithin.of(2, 14, "", "近日", "日前", "即日起");

  /// `市气象台预报：…`.
  private static final Clue WARNS = Clue.of(".{1,8}(?:气象台|消防|交警)[^，。]{0,4}(?:预报|提示|提醒)[：:]", "气消警");

  /// `市民王女士来电：`, `网友“…”留言：`: letters of readers stand one below the other.
  private static final WordsWithin LETTER =
      WordsWithin.of(2, 16, ":,", "来电", "来信", "留言", "咨询", "投诉");

  /// `某公司8月12日发布…`, `某校3月5日举行…`: who did something on a day.
  private static final WordsWithin ACTS =
      WordsWithin.of(
          0, 0, "", "发布", "召开", "举行", "举办", "开展", "启动", "通报", "公布", "组织", "走进", "邀请", "开幕", "开班");

  private static final WordsWithin PARTS_OF_DAY = WordsWithin.of(0, 0, "", "上午", "下午");

  private static final int ACTOR = 2;
  private static final int LONGEST_ACTOR = 24;

  /// `警方快讯`, `健康资讯`: a box of short items, an article each.
  private static final Pattern BOX =
      Pattern.compile(".{0,6}(?:快讯|简讯|短讯|短波|速递|速览|资讯|集锦|传真|一句话新闻|短新闻|微新闻|新闻点击|新闻集装箱)[：:]?$");

  /// What the head of such a box ends in.
  private static final Marks BOX_ENDS = Marks.of("讯波递览锦传真闻击箱：:");

  /// `特此公告。`, `联系电话：…`: the lines below a notice.
  private static final Clue LAST_LINES =
      Clue.of(
          "特此(?:公告|通告|通知|声明|公示)|(?:联系|咨询|服务|监督|举报|报名|办公)(?:人|电话|热线|地址|方式|邮箱)?[：:]"
              + "|(?:地址|电话|邮编|传真|邮箱)[：:]",
          "特联咨服监举报办地电邮传");

  private static final int HEAD = 40;
  private static final int LAST_LINE = 60;
  private static final int HOOK = 26;
  private static final int LONGEST_LABEL = 5;

  private Wording() {}

  /// How much a paragraph in the middle of a text reads as the next of its article.
  static double leadsOn(String text) {
    String head = head(text);
    double score = Openings.isDay(text) ? -1.2 : Openings.isDated(text) ? -0.5 : 0;
    score -= isNews(head) ? 1 : 0;
    score += LEADS_ON.opens(head) || SPEAKS.areIn(head) ? 0.9 : 0;
    score -= opens(head) ? 1.2 : acts(head) ? 2 : 0;
    score -= LETTER.areIn(head) ? 2.2 : 0;
    score -= isHook(text) ? 1 : 0;
    score += RowFacts.isSpeech(text) ? 0.6 : 0;
    return score - (Openings.isPicture(text) ? 2 : 0);
  }

  /// Whether it has what news opens with: `近日，`, `8月3日，`, `记者从某局获悉`.
  private static boolean isNews(String head) {
    for (int comma = head.indexOf(','); comma >= 0; comma = head.indexOf(',', comma + 1)) {
      if (WHEN.end(head, comma) || isDay(head, comma)) {
        return true;
      }
    }
    return head.contains("为题") || LEARNT.isIn(head);
  }

  private static boolean isDay(String head, int to) {
    return to > 1 && head.charAt(to - 1) == '日' && Glyphs.isDigit(head.charAt(to - 2));
  }

  private static boolean acts(String head) {
    for (int day = head.indexOf('日'); day >= 0; day = head.indexOf('日', day + 1)) {
      if (isDay(head, day + 1)) {
        int actor = head.codePointCount(0, day - 1);
        if (actor >= ACTOR
            && actor <= LONGEST_ACTOR
            && ACTS.areAt(head, behindPartOfDay(head, day + 1))) {
          return true;
        }
      }
    }
    return false;
  }

  private static int behindPartOfDay(String head, int at) {
    return PARTS_OF_DAY.areAt(head, at) ? at + 2 : head.startsWith("晚", at) ? at + 1 : at;
  }

  private static boolean opens(String head) {
    return OPENS.areIn(head) || LATELY.areIn(head) || WARNS.reaches(head);
  }

  /// How much a paragraph below display rows reads as the next of the article above them.
  static double followsCrosshead(String text) {
    boolean news = isNews(head(text));
    return (news ? -1.2 : 0) - (Openings.isPicture(text) ? 2 : 0);
  }

  /// `一根绣花针，能挑起一个产业吗？`: a feature opens with a question.
  private static boolean isHook(String text) {
    return text.length() <= HOOK
        && (text.endsWith("？") || text.endsWith("?"))
        && speaker(text).isEmpty();
  }

  private static String head(String text) {
    return Glyphs.fold(text.substring(0, Math.min(HEAD, text.length())));
  }

  /// Whether it is one of the lines below a notice: who to call, who signed.
  static boolean isLastLine(String text) {
    return text.length() <= LAST_LINE
        && (LAST_LINES.opens(text) || TextSigns.isSigned(text) || TextSigns.isHouse(text));
  }

  /// Whether a display row is the head of a box of short items.
  static boolean isBox(String display) {
    return display.length() <= 12
        && BOX_ENDS.close(display)
        && BOX.matcher(display.replace(" ", "")).matches();
  }

  /// Who speaks, `记者` of `记者：…`; empty without.
  static String speaker(String text) {
    for (int i = 0; i < Math.min(LONGEST_LABEL + 1, text.length()); i++) {
      char c = text.charAt(i);
      if (c == '：' || c == ':') {
        return text.substring(0, i);
      }
      if (!Glyphs.isHan(c)) {
        return "";
      }
    }
    return "";
  }

  /// How much it opens as the rest of a sentence does: 2 for what no sentence opens with.
  static double rest(String text) {
    return RowFacts.isRest(text) ? 2 : RowFacts.isTail(text) ? 1 : 0;
  }

  /// `面条、包子和…`: a list goes on.
  static boolean opensInList(String text) {
    int mark = text.indexOf('、');
    return mark > 0 && mark <= 4 && !Glyphs.isDigit(text.charAt(0)) && !Seams.isNumbered(text);
  }

  /// `学先进 比贡献 创一流`: the standing title of a campaign.
  static boolean isSlogan(String display) {
    if (display.indexOf(' ') == display.lastIndexOf(' ')) {
      return false;
    }
    String[] parts = display.split(" ", 8);
    for (String part : parts) {
      if (part.length() != parts[0].length()) {
        return false;
      }
    }
    return parts.length >= 3 && parts[0].length() >= 2 && parts[0].length() <= 5;
  }
}
