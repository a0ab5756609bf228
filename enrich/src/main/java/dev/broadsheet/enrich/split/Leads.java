package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.page.Glyphs;
import java.util.regex.Pattern;

/// The 讯头 that opens an article: `本报讯`, `某某日报讯`, `新华社某地3月5日电`, `据某某社电`.
final class Leads {
  private static final int LONGEST = 40;
  private static final String PLAIN = "本报讯";

  /// `本报讯（记者…`, `本报某地3月5日讯`, `某某融媒讯 记者…`; what follows keeps 通讯员 and words
  /// such as 讯息 out.
  private static final Pattern NEWS =
      Pattern.compile(
          "^(?:据?(?:本报|本网|本台|[\\u4e00-\\u9fff]{2,8}(?:报|网|社|台|融媒|客户端|融媒体中心|融媒体|新闻))"
              + "(?:[\\u4e00-\\u9fff]{0,8}\\d{0,2}月?\\d{0,2}日?)(?:综合)?[讯電电消息]{1,2}"
              + "|讯|综合消息|综合讯)"
              + "(?=[ :(\\[\\d“\"]|记者|特约|见习|首席|全媒|通讯员|实习|近日|日前|昨日|为|$)");

  /// `新华社北京3月5日电（记者…`, `中新网某地3月5日电`.
  private static final Pattern WIRE =
      Pattern.compile(
          "^(?:据)?[\\u4e00-\\u9fff]{2,5}(?:社|网|报)(?:记者[\\u4e00-\\u9fff]{2,8})?[\\u4e00-\\u9fff/]{0,10}"
              + "(?:\\d{1,2}月)?\\d{1,2}日(?:专)?[电讯電訊]");

  /// `据《某某日报》报道`.
  private static final Pattern QUOTED =
      Pattern.compile("^据《[\\u4e00-\\u9fff]{2,8}》(?:[\\u4e00-\\u9fff]{0,6})(?:消息|报道|[讯电])");

  private Leads() {}

  /// Whether the text opens with a 讯头.
  static boolean isLead(String text) {
    return lengthOf(text) > 0;
  }

  /// How many characters the 讯头 takes, a bullet before it included; 0 when there is none.
  static int lengthOf(String text) {
    int from = 0;
    while (from < text.length()
        && (Glyphs.isBullet(text.charAt(from))
            || Glyphs.isBlank(text.charAt(from))
            || "【[（(".indexOf(text.charAt(from)) >= 0)) {
      from++;
    }
    if (isPlain(text, from)) {
      return from + PLAIN.length();
    }
    int reach = Math.min(text.length(), from + LONGEST);
    if (!mayBeLead(text, from, reach)) {
      return 0;
    }
    String head = squeeze(Glyphs.fold(text.substring(from, reach)));
    if (head.length() < 2) {
      return 0;
    }
    if (head.startsWith("据《")) {
      var quoted = QUOTED.matcher(head);
      return quoted.find() ? from + quoted.end() : 0;
    }
    var wire = WIRE.matcher(head);
    if (wire.find()) {
      return from + wire.end();
    }
    var news = NEWS.matcher(head);
    return news.find() ? from + news.end() : 0;
  }

  /// `本报讯（`, the most common one by far, needs no pattern.
  private static boolean isPlain(String text, int from) {
    int end = from + PLAIN.length();
    return text.startsWith(PLAIN, from)
        && end < text.length()
        && "( :".indexOf(Glyphs.fold(text.charAt(end))) >= 0;
  }

  private static boolean mayBeLead(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '讯' || c == '电' || c == '訊' || c == '電' || c == '消' || c == '报') {
        return true;
      }
      if (c == ',' || c == '，' || c == '。' || c == '、') {
        return false;
      }
    }
    return false;
  }

  /// Without the spaces inside dates and names; one is kept before 记者 and the like.
  private static String squeeze(String head) {
    if (head.indexOf(' ') < 0) {
      return head;
    }
    StringBuilder out = new StringBuilder(head.length());
    for (int i = 0; i < head.length(); i++) {
      char c = head.charAt(i);
      boolean inside =
          c == ' '
              && i > 0
              && i + 1 < head.length()
              && (Character.isDigit(head.charAt(i - 1)) || Character.isDigit(head.charAt(i + 1)))
              && "讯电訊電息".indexOf(head.charAt(i - 1)) < 0;
      if (!inside) {
        out.append(c);
      }
    }
    return out.toString();
  }
}
