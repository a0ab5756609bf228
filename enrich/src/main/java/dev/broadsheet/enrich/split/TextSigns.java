package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.page.Glyphs;
import dev.broadsheet.enrich.page.Marks;
import java.util.regex.Pattern;

/// What the words of a row tell about its being running text or a line set apart.
final class TextSigns {
  private static final Pattern SIGNED =
      Pattern.compile(
          "(?:\\d{4}|[〇零○一二三四五六七八九]{4}) ?年 ?[\\d一二三四五六七八九十]{1,2} ?月 ?[\\d一二三四五六七八九十]{1,3} ?日$");

  private static final Pattern SERVICE =
      Pattern.compile(
          "^(?:联系人|联系电话|联系方式|联系地址|咨询电话|咨询热线|监督电话|监督举报电话|举报电话|服务热线|服务电话|报名(?:时间|地点|方式|电话)|采购(?:人|代理机构)|招标(?:人|代理机构)|中标人|中标单位|成交供应商|地址|地点|时间|电话|特此(?:公告|通告|声明|通知|公示))(?:[:：].*|。?$)");

  private static final Pattern HOUSE =
      Pattern.compile(
          "[\\u4e00-\\u9fff（）()]{2,24}(?:公司|法院|检察院|支队|大队|总队|局|委员会|办公室|中心|项目部|管委会|指挥部|人民政府|街道办事处|管理处|管理站|研究院|联合会|银行|支行|大学|学院|医院)");

  /// The last characters of such names.
  private static final Marks HOUSE_ENDS = Marks.of("司院队局会室心部府处站行学");

  private static final Pattern DATE = Pattern.compile("[\\d年月日 ]{2,10}(?:上午|下午|晚|晚上)?");

  private static final Marks SERVICES = Marks.of("联咨监举服报地时电特采招中成");
  private static final Marks PHRASES = Marks.of("在据随由当经为对");
  private static final Marks PARTICLES = Marks.of("的和与及以在把被从对将向为让使是或由不各每该其并等");
  private static final Marks COUNTED = Marks.of("个名人位年月日万亿元多余件项家次天岁所条公平");

  private static final Marks COLONS = Marks.of("：:");
  private static final int LONGEST_SPEAKER = 12;
  private static final int LONGEST_SIGNATURE = 50;
  private static final int LONGEST_CAPTION = 40;
  private static final int LONGEST_PLAIN = 26;

  private TextSigns() {}

  /// `某某市某某局 2026年4月9日`: the signature of a notice belongs to its text.
  static boolean isSigned(String text) {
    return text.length() < LONGEST_SIGNATURE
        && text.endsWith("日")
        && (Glyphs.isHan(text.charAt(0)) || SIGNED.matcher(text).lookingAt())
        && SIGNED.matcher(text).find();
  }

  /// `某某县某某局`: an authority or a firm and nothing else.
  static boolean isHouse(String text) {
    return text.length() <= 30 && HOUSE_ENDS.close(text) && HOUSE.matcher(text).matches();
  }

  /// Whether a short text is complete without an end mark: a signature or a line of service.
  static boolean isComplete(String text) {
    return text.length() <= LONGEST_SIGNATURE
        && !text.isEmpty()
        && (isSigned(text) || isService(text));
  }

  /// `图为…`, `▲…`: a sentence that tells what a photo shows. What has a day or clauses is news.
  static boolean isCaption(String text) {
    if (text.length() > LONGEST_CAPTION) {
      return false;
    }
    if (text.startsWith("图为")
        || (text.length() > 2 && text.charAt(1) == '图' && "上下左右".indexOf(text.charAt(0)) >= 0)) {
      return true;
    }
    return "▲▼▶◀△▽→←↑↓".indexOf(text.charAt(0)) >= 0
        && text.chars().noneMatch(c -> isComma((char) c) || Glyphs.isDigit((char) c));
  }

  /// `果农在分拣黄桃。`, `游客正在观景台拍照。`: one clause on who does what.
  static boolean isPlainCaption(String text) {
    if (text.length() > LONGEST_PLAIN) {
      return false;
    }
    int at = text.indexOf('在');
    return at >= 2
        && at < text.length() - 4
        && text.chars().noneMatch(c -> "，,“”\"：:？！".indexOf(c) >= 0)
        && "我你他她它这那".indexOf(text.charAt(0)) < 0;
  }

  /// `某某党校课题组`: who wrote an essay together.
  static boolean isTeam(String text) {
    return text.length() >= 5
        && text.length() <= 30
        && text.indexOf('，') < 0
        && (text.endsWith("课题组")
            || text.endsWith("编写组")
            || text.endsWith("写作组")
            || text.endsWith("调研组")
            || text.endsWith("理论学习中心组"));
  }

  /// `咨询电话：…`, `特此公告。`: what a notice says at its end.
  static boolean isService(String text) {
    return SERVICES.open(text) && SERVICE.matcher(text).matches();
  }

  /// `问：…`, `答：…`, `记者：…`, `@某人：…`: lines of a talk.
  static boolean isAnswer(String text) {
    int colon = colon(text);
    if (text.charAt(0) == '@' || text.charAt(0) == '＠') {
      return colon >= 2 && colon <= LONGEST_SPEAKER;
    }
    return colon >= 1 && colon <= 3 && ("问答".indexOf(text.charAt(0)) >= 0 || text.startsWith("记者"));
  }

  /// Where the first colon stands that may end the name of a speaker; -1 for none.
  static int colon(String text) {
    return COLONS.first(text, 0, Math.min(text.length(), LONGEST_SPEAKER + 1));
  }

  /// `此次，…`: a short clause before the first comma opens a sentence.
  static boolean opensWithClause(String text) {
    int reach = Math.min(5, text.length());
    for (int i = 1; i < reach; i++) {
      if (isComma(text.charAt(i))) {
        return !isPair(text, i);
      }
    }
    return false;
  }

  /// `抢晴天，收早稻`: two clauses of a headline, one about as long as the other.
  private static boolean isPair(String text, int comma) {
    int rest = text.length() - comma - 1;
    return comma >= 3 && rest >= comma && rest <= comma * 2 && isHanOnly(text, comma);
  }

  private static boolean isHanOnly(String text, int comma) {
    for (int i = 0; i < text.length(); i++) {
      if (i != comma && !Glyphs.isHan(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /// `在某某镇某某基地，某人…`: a sentence opens with where or about what.
  static boolean opensWithPhrase(String text) {
    if (!PHRASES.open(text)) {
      return false;
    }
    for (int i = 4; i < text.length(); i++) {
      if (isComma(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /// `3月5日，…` and `5日上午，…` open a sentence.
  static boolean opensWithDate(String text) {
    if (!Glyphs.isDigit(text.charAt(0))) {
      return false;
    }
    int comma = text.indexOf('，') >= 0 ? text.indexOf('，') : text.indexOf(',');
    return comma > 0 && comma <= 10 && DATE.matcher(text).region(0, comma).matches();
  }

  /// A number above and what is counted below: `…又有11` and `个年轻人…`.
  static boolean isCounted(String above, String below) {
    return Glyphs.isDigit(above.charAt(above.length() - 1)) && COUNTED.open(below);
  }

  /// Whether the last character leads over to more.
  static boolean endsWithParticle(String text) {
    return PARTICLES.close(text);
  }

  private static boolean isComma(char c) {
    return c == '，' || c == ',';
  }
}
