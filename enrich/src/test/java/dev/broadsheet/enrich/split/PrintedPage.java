package dev.broadsheet.enrich.split;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Invented pages and what extraction does to them, for tests.
final class PrintedPage {
  /// Subjects with words of their own, so that articles can be told apart.
  private static final String[][] SUBJECTS = {
    {"青岭水库除险加固工程完工", "青岭水库", "大坝", "溢洪道", "灌溉面积", "蓄水"},
    {"松溪中学新校区启用", "松溪中学", "教室", "图书馆", "住校学生", "课桌"},
    {"云台山茶农喜收春茶", "云台山", "茶农", "采茶", "春茶", "茶叶合作社"},
    {"白沙港开通首条集装箱航线", "白沙港", "集装箱", "航线", "码头", "货轮"},
    {"柳河镇养老食堂免费送餐", "柳河镇", "老人", "食堂", "送餐", "志愿者"},
    {"银杏路夜间施工改造管网", "银杏路", "雨水管网", "施工队", "路面", "通车"},
    {"红枫医院引进心脏外科团队", "红枫医院", "心脏外科", "手术", "患者", "专家"},
    {"玉泉区消防演练走进商场", "玉泉区", "消防队员", "商场", "演练", "灭火器"}
  };

  private static final String[] SENTENCES = {
    "%s的相关工作近期全部完成，%s比去年增加了三成",
    "负责人介绍，%s将继续改善，%s也会得到保障",
    "记者在现场看到，%s旁边人来人往，%s井然有序",
    "居民们高兴地说，有了%s，今后%s就方便多了",
    "根据安排，下半年%s还要扩大规模，%s同步推进",
    "目前%s已经投入使用，%s运行平稳，各方面反映良好"
  };

  /// An article as an editor wrote it.
  record Piece(String headline, List<String> paragraphs) {
    String body() {
      return String.join("", paragraphs);
    }
  }

  private PrintedPage() {}

  /// Up to eight articles, each opening with a 讯头.
  static List<Piece> articles(Random random, int count) {
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      String[] subject = SUBJECTS[i];
      List<String> paragraphs = new ArrayList<>();
      int size = 2 + random.nextInt(3);
      for (int p = 0; p < size; p++) {
        String lead = p == 0 ? "本报讯（记者何一山）" : "";
        paragraphs.add(lead + paragraph(random, subject, p == 0));
      }
      pieces.add(new Piece(subject[0], paragraphs));
    }
    return pieces;
  }

  private static String paragraph(Random random, String[] subject, boolean first) {
    StringBuilder text = new StringBuilder(first ? subject[1] + "传来消息，" : "");
    int sentences = 2 + random.nextInt(3);
    for (int i = 0; i < sentences; i++) {
      String a = subject[1 + random.nextInt(5)];
      String b = subject[1 + random.nextInt(5)];
      text.append(SENTENCES[random.nextInt(SENTENCES.length)].formatted(a, b)).append('。');
    }
    return text.toString();
  }

  /// One paragraph a row, a blank line between.
  static String plain(List<Piece> pieces) {
    StringBuilder page = new StringBuilder();
    for (Piece piece : pieces) {
      page.append(piece.headline()).append("\n\n");
      piece.paragraphs().forEach(p -> page.append(p).append("\n\n"));
    }
    return page.toString();
  }

  /// One printed line a row.
  static String wrapped(List<Piece> pieces, int characters) {
    StringBuilder page = new StringBuilder();
    for (Piece piece : pieces) {
      page.append(piece.headline()).append("\n\n");
      for (String paragraph : piece.paragraphs()) {
        cut(paragraph, characters).forEach(line -> page.append(line).append('\n'));
        page.append('\n');
      }
    }
    return page.toString();
  }

  /// A space where a printed line ended.
  static String spaced(List<Piece> pieces, int characters) {
    StringBuilder page = new StringBuilder();
    for (Piece piece : pieces) {
      page.append(piece.headline()).append("\n\n");
      for (String paragraph : piece.paragraphs()) {
        page.append(String.join(" ", cut(paragraph, characters))).append("\n\n");
      }
    }
    return page.toString();
  }

  /// Every other paragraph broken in mid-sentence by a column end.
  static String columnBroken(List<Piece> pieces, Random random) {
    StringBuilder page = new StringBuilder();
    for (Piece piece : pieces) {
      page.append(piece.headline()).append("\n\n");
      for (String paragraph : piece.paragraphs()) {
        // A shorter row by itself could as well be a headline.
        int at =
            insideSentence(paragraph, Math.max(28, paragraph.length() / 3) + random.nextInt(10));
        page.append(paragraph, 0, at).append("\n\n").append(paragraph.substring(at)).append("\n\n");
      }
    }
    return page.toString();
  }

  /// A place with a letter on both sides.
  private static int insideSentence(String text, int from) {
    int at = from;
    while (at < text.length() - 1
        && !(Character.isLetter(text.charAt(at)) && Character.isLetter(text.charAt(at - 1)))) {
      at++;
    }
    return at;
  }

  private static List<String> cut(String paragraph, int characters) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < paragraph.length(); i += characters) {
      lines.add(paragraph.substring(i, Math.min(paragraph.length(), i + characters)));
    }
    return lines;
  }

  /// Letters and digits only: what must survive any clean-up of layout.
  static String squash(String text) {
    StringBuilder squashed = new StringBuilder(text.length());
    text.chars().filter(Character::isLetterOrDigit).forEach(c -> squashed.append((char) c));
    return squashed.toString();
  }
}
