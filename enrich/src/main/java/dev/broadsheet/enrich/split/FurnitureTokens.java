package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.page.Glyphs;
import dev.broadsheet.enrich.page.Marks;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What mastheads, page banners and colophons are made of. Patterns run on short folded rows only.
final class FurnitureTokens {
  private static final String NAMES = "(?:[\\u4e00-\\u9fff·]{1,4}(?:[ 、,/]{1,3}|$)){0,6}";
  private static final String STEM = "甲乙丙丁戊己庚辛壬癸";
  private static final String BRANCH = "子丑寅卯辰巳午未申酉戌亥";
  private static final String HAN_NUMBER = "一二三四五六七八九十";
  private static final String PAPER = "(?:日报|晚报|早报|晨报|时报|商报|都市报|快报|导报|新报|周报|农民报|青年报|工人报|报)";

  private static final String NO_HAN_BEFORE = "(?<![\\u4e00-\\u9fff])";
  private static final String NO_HAN_BEHIND = "(?![\\u4e00-\\u9fff])";
  private static final String SKY = "(?:雨夹雪|雷阵雨|(?:小|中|大|暴|阵)(?:到(?:中|大|暴))?[雨雪]|多云|晴|阴|霾|雾)";

  /// Kinds of token, in the order in which they are tried at a place.
  enum Kind {
    SERIAL(
        "(?:国内)?(?:统一)?(?:连续)?(?:出版物|刊)?(?:统一)?号? ?:? ?CN ?:?(\\d{2} ?- ?\\d{4})(?:/\\w{1,3})?",
        "C"),
    POSTAL("(?:邮发|邮政|国内邮发)? ?代号 ?:? ?(\\d{1,3} ?- ?\\d{1,4})", "代"),
    NUMBER("(?:总第|总期第?|总|第|出版第) ?(\\d{1,6}) ?[期号]", "期号"),
    DATE("(\\d{4}) ?[年./-] ?(\\d{1,2}) ?[月./-] ?(\\d{1,2}) ?日?(?!\\d)", "0123456789", "年 . / -"),
    DATE_HAN(
        "([〇零○一二三四五六七八九]{4})年([" + HAN_NUMBER + "]{1,2})月([" + HAN_NUMBER + "廿卅]{1,3})日",
        "年",
        "〇年 零年 ○年 一年 二年 三年 四年 五年 六年 七年 八年 九年"),
    WEEKDAY("(?:星期|礼拜)[一二三四五六日天]|周[一二三四五六日](?![\\u4e00-\\u9fff])", "星礼周"),
    LUNAR(
        "(?:农历|夏历|阴历)? ?((?:["
            + STEM
            + "]["
            + BRANCH
            + "] ?(?:[（(]?[鼠牛虎兔龙龍蛇马馬羊猴鸡雞狗猪豬][）)]?)?年? ?)"
            + "(?:闰|閏)?[正"
            + HAN_NUMBER
            + "冬腊臘]{1,2}月[初十廿卅二三]["
            + HAN_NUMBER
            + "]{0,2}日?)",
        "月",
        "甲 乙 丙 丁 戊 己 庚 辛 壬 癸"),
    LUNAR_DAY(
        "(?:农历|夏历|阴历) ?((?:闰)?[正" + HAN_NUMBER + "冬腊]{1,2}月[初十廿卅二三][" + HAN_NUMBER + "]{0,2}日?)",
        "历"),
    PAGES(
        "[(\\[]? ?(?:今日|本期|今天|本报今日|本日|共|全)(?:共|出|发行)? ?(\\d{1,3}|["
            + HAN_NUMBER
            + "]{1,3}) ?(?:个)?(?:对开|四开)?[版](?! ?[:面])(?: ?[)\\]])?",
        "版"),
    EMAIL("(?:投稿|电子)?(?:邮箱|信箱|邮件|E-?mail)? ?:? ?[\\w.+-]{1,40}@[\\w.-]{2,40}", "@"),
    WEBSITE(
        "(?:官网|网址|网站|数字报|电子版|[\\u4e00-\\u9fff]{2,6}网)? ?:?"
            + " ?((?:https?://)?(?:[a-z0-9-]{1,30}\\.){1,4}[a-z]{2,8}(?:/[\\w./-]{0,60})?)",
        "."),
    PRICE(
        "(?:每份|零售|全年|半年|月|季|年)?(?:定价|售价|报价|零售价) ?:? ?(?:每份|全年|每月)? ?[\\d.]{1,6}"
            + " ?元?(?:/[\\u4e00-\\u9fff])?",
        "价"),
    CONTACT(
        "(?:本社|报社|本报|社|编辑部|通讯|联系)?(?:地址|社址|邮编|邮政编码|电话|传真|热线|值班电话|(?:新闻|读者|报料|投稿|广告|发行|征订|办公|编辑部|总编室|服务|监督|举报|投诉|订报|印刷)(?:热线|电话|服务电话|部电话)|广告经营许可证号?|广告许可证|广告发布登记|印刷单位|印刷|承印|排版|法律顾问|常年法律顾问|发行|微信公众号|微信|QQ|准印证|开印时间|印完时间|开印|印完|上市)(?:"
            + " ?[:/] ?|(?= ?[(（]?\\d)|(?<=地址|社址|邮编|政编码|传真) )[\\u4e00-\\u9fffA-Za-z0-9()（）."
            + " /、,:-]{1,40}",
        "址编话传线证印刷排顾发行众微Q准",
        "地址 社址 邮编 邮政编码 电话 传真 热线 许可证 发布登记 印刷 承印 排版 法律顾问 发行 微信 QQ 准印证 开印 印完 上市"),
    STAFF_ROW(
        "^(?:(?:(?:值班|本版|责任|见习|执行|美术|视觉|文字|首席|本期){0,2}(?:主任|编委|总编辑|总编|编辑|主编|责编|美编|版式|校对|校检|检校|设计|审读|审核|视觉|组版|制图|题字|图编)|版式设计|视觉设计)"
            + " ?[:/]? ?[\\u4e00-\\u9fff]{1,4}(?: [\\u4e00-\\u9fff](?![\\u4e00-\\u9fff]))?"
            + " ?){2,6}+$",
        "编校版审",
        "主任 编委 总编 编辑 主编 责编 美编 版式 校对 校检 检校 设计 审读 审核 视觉 组版 制图 题字 图编"),
    STAFF(
        "^(?:本版|本期|版面|值班|执行|见习)?(?:编辑|责编|校对|美编|版式|组版|主编|审读) ?[ :/] ?[\\u4e00-\\u9fff]{2,3}(?:"
            + " ?[\\u4e00-\\u9fff])?$|(?:(?:值班|本周|今日|本版|责任|执行|图片|视觉|文字|首席|副|总|美术){0,3}(?:总编辑|总编|值班|主任|主编|编委|编辑|责编|美编|校对|版式|设计|审读|审校|一审|二审|三审|终审|初审|复审|检校|校检|审核|审签|签发|组版|制图|排版|照排|监制|编审|校审|版面|版面设计|质检)(?:编辑)?"
            + " ?[:/]|(?:责任编辑|责编|美术编辑|美编|责任校对|校对|版式设计|版式|组版|审读|值班总编辑|值班总编)) ?"
            + NAMES,
        "编任校版审签监班美主",
        "编辑 责编 校对 美编 版式 组版 主编 审读 总编 值班 主任 编委 设计 "
            + "审校 一审 二审 三审 终审 初审 复审 检校 校检 审核 审签 签发 制图 "
            + "排版 照排 监制 编审 校审 版面 质检"),
    ORGAN(
        "中共[\\u4e00-\\u9fff]{1,14}?(?:委员会|委)(?:机关报|主管主办|主管、主办|主管|主办)(?:[\\u4e00-\\u9fff]{2,12}(?:主办|承办))?",
        "委"),
    PUBLISHER(
        "([\\u4e00-\\u9fff]{2,12}?(?:报社|报业集团|报业传媒集团|报业传媒中心|传媒集团|新闻传媒中心|传媒中心|融媒体中心|新闻中心|报业|杂志社|传媒有限公司|报业有限公司|有限责任公司|有限公司|法学会|宣传部|编辑部))(?:编辑)?"
            + " ?(?:出版|主办|编辑|承办|主管主办|编印)(?:发行)?",
        "社团心业司会部",
        "出版 主办 编辑 承办 编印"),
    PUBLISHER_LABEL("(?:主管|主办|主管主办|出版|主管单位|主办单位|出版单位|承办) ?: ?([\\u4e00-\\u9fff]{4,20})", "主出承"),
    PAGE_FIRST("第? ?([A-D]?\\d{1,2}|[" + HAN_NUMBER + "]{1,3}) ?版(?: ?[:·|/] ?)?", "版"),
    PAGE_BARE("^ ?(?:第)?(\\d{1,2})(?= ?[|/·\\u4e00-\\u9fff▏]| )(?!\\d)", "123456789"),
    PAGE_CODE("(?<![\\w.])([A-D]\\d{1,2}|0\\d)(?![\\w.])", "ABCD0"),
    WEATHER(
        NO_HAN_BEFORE
            + "(?:(?:今日|今天|明天|今明|白天|夜间)?天气|(?:今日|今天|明天|今明|白天|夜间)?(?:天气)?"
            + SKY
            + "(?:(?:间|转|到|有|时有)"
            + SKY
            + "){0,2})"
            + NO_HAN_BEHIND
            + "|-?\\d{1,2} ?[℃°]C?(?: ?[~～-] ?-?\\d{1,2} ?[℃°]C?)?|"
            + NO_HAN_BEFORE
            + "(?:气温(?! ?[\\u4e00-\\u9fff])|[东南西北偏微]{1,3}风"
            + NO_HAN_BEHIND
            + ") ?:?(?:\\d{0,2} ?[~～-]? ?\\d{0,2}级)?",
        "晴云阴雨雪℃°风温",
        "晴 多云 阴 雨 雪 霾 雾 天气 ℃ ° 气温 风"),
    DATE_PART("^\\d{4} ?年 ?\\d{1,2} ?月$|^\\d{1,2} ?日$", "年日", 11),
    PAGE_SECTION(
        "^[\\u4e00-\\u9fff]{2,6} ?\\d{1,2}$|^\\d{1,2}$|^(\\d{1,2}|[A-D]\\d{1,2})(?!"
            + " ?[名个人年月日天岁万亿项家条起件所位大次批度成省市县元辆座届代组对只台场分秒]) ?[:·|/]? ?[\\u4e00-\\u9fff·]{2,8}$",
        "123456789",
        14),
    ENGLISH_NAME("(?:^|(?<=报 ))[A-Z][A-Z' .&-]{4,48}$", "AEIOU"),
    MEDIA("^[\\u4e00-\\u9fff]{2,8}(?:融媒体中心|融媒体|融媒|传媒集团|传媒)$", "媒", 13),
    WEEKLY("^[\\u4e00-\\u9fff](?: ?[\\u4e00-\\u9fff]){1,5} ?周 ?刊$", "刊", 15),
    PAPER_WORD(
        "(?<![\\u4e00-\\u9fff])[\\u4e00-\\u9fff]{2,6}(?:日报|晚报|早报|晨报|时报|商报|都市报|快报|导报|法治报|报)(?![\\u4e00-\\u9fff])",
        "报"),
    LABEL(
        "^[\\u4e00-\\u9fff ]{0,16}公益广告$|^公益广告 [\\u4e00-\\u9fff ]{2,24}$|^[\\u4e00-\\u9fff"
            + " ]{0,10}扫码(?:关注|阅读|观看|下载|收听)[\\u4e00-\\u9fff \"“”]{0,20}$|^[\\u4e00-\\u9fff"
            + " ]{4,36}(?:宣传部|文明办|文明委)"
            + " ?[宣制]$|报头|国内统一(?:连续出版物|刊)?号?|(?<![\\u4e00-\\u9fff])(?:责任|总第)(?![\\u4e00-\\u9fff])|数字报|微信公众号|官方微博|客户端|扫一扫|手机报|版权所有|主管主办|全国百强报刊|国内公开发行|公开发行|内部资料|免费交流|准印证号|新闻网|试刊",
        "报责总数微官国客扫手版主国内免准新试公宣",
        "公益广告 扫码 宣传部 文明办 文明委 报头 国内统一 责任 总第 数字报 "
            + "微信公众号 官方微博 客户端 扫一扫 手机报 版权所有 主管主办 "
            + "全国百强报刊 公开发行 内部资料 免费交流 准印证号 新闻网 试刊"),
    PAPER_NAME("^[\\u4e00-\\u9fff]{2,10}(?<![通简汇情海捷预警举申填喜画电墙黑板播速战回酬])" + PAPER + "$", "报", 13);

    final Pattern pattern;

    private final String triggers;
    private final String words;
    private final int longest;

    Kind(String regex, String triggers) {
      this(regex, triggers, "");
    }

    /// @param triggers characters without one of which there is no such token
    /// @param words without one of which there is none either, blanks between; for patterns that
    ///     are slow to fail
    Kind(String regex, String triggers, String words) {
      this(regex, triggers, words, Integer.MAX_VALUE);
    }

    /// @param longest text that the pattern can match, which is one for a whole row
    Kind(String regex, String triggers, int longest) {
      this(regex, triggers, "", longest);
    }

    Kind(String regex, String triggers, String words, int longest) {
      this.pattern = Pattern.compile(regex);
      this.triggers = triggers;
      this.words = words;
      this.longest = longest;
    }

    /// Whether it tells nothing alone: a number, or a name that an article may speak of.
    boolean needsContext() {
      return this == PAGE_BARE || this == PAPER_WORD;
    }

    /// Whether a text may open with the character. Only the number of a page must stand there.
    private boolean mayOpen(char c) {
      return this != PAGE_BARE || c == '第' || Glyphs.isDigit(c);
    }

    /// The kinds that the text has a character and a word for, in their order.
    static List<Kind> of(String text) {
      long found = Triggers.in(text);
      List<Kind> kinds = new ArrayList<>(Long.bitCount(found));
      for (; found != 0; found &= found - 1) {
        Needs needs = Triggers.NEEDS.get(Long.numberOfTrailingZeros(found));
        if (needs.areMet(text)) {
          kinds.add(needs.kind());
        }
      }
      return kinds;
    }
  }

  /// What a text must be like to have a token of a kind, beside its triggers.
  private record Needs(Kind kind, WordsWithin words) {
    static Needs of(Kind kind) {
      String[] words = kind.words.isEmpty() ? new String[0] : kind.words.split(" ");
      return new Needs(kind, WordsWithin.of(0, Integer.MAX_VALUE, "", words));
    }

    boolean areMet(String text) {
      return text.length() <= kind.longest
          && kind.mayOpen(text.charAt(0))
          && (kind.words.isEmpty() || words.areIn(text));
    }
  }

  /// The kinds that each character speaks for, a bit each in their order.
  private static final class Triggers {
    private static final List<Needs> NEEDS = Stream.of(Kind.values()).map(Needs::of).toList();
    private static final char[] CHARACTERS = characters();
    private static final Marks MARKS = Marks.of(new String(CHARACTERS));
    private static final long[] KINDS = new long[CHARACTERS.length];

    static {
      for (int i = 0; i < NEEDS.size(); i++) {
        for (char c : NEEDS.get(i).kind().triggers.toCharArray()) {
          KINDS[Arrays.binarySearch(CHARACTERS, c)] |= 1L << i;
        }
      }
    }

    private static char[] characters() {
      String all = NEEDS.stream().map(needs -> needs.kind().triggers).collect(Collectors.joining());
      int[] sorted = all.chars().sorted().distinct().toArray();
      return new String(sorted, 0, sorted.length).toCharArray();
    }

    static long in(String text) {
      long found = 0;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        found |= MARKS.has(c) ? KINDS[Arrays.binarySearch(CHARACTERS, c)] : 0;
      }
      return found;
    }
  }

  /// A token in a row.
  record Token(Kind kind, int start, int end, List<String> groups) {}

  private FurnitureTokens() {}
}
