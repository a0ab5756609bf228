package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.page.Glyphs;
import dev.broadsheet.enrich.page.LetterSpacing;
import dev.broadsheet.enrich.page.Marks;
import java.util.List;
import java.util.regex.Pattern;

/// Rows that name who wrote, photographed or planned: `□ 记者 张三 通讯员 李四`, `记者 张三 摄`,
/// `策划：某某局`.
final class BylineRows {
  private static final int LONGEST = 90;

  private static final String ROLE =
      "(?:本报|本刊|本网|[\\u4e00-\\u9fff]{1,10}(?:报|社|台|网|客户端|融媒体中心|融媒|新闻))?"
          + "(?:全媒体|融媒体|融媒|首席|见习|实习|特约|特派|驻[\\u4e00-\\u9fff]{2,3}|资深)*(?:记者|通讯员|评论员|撰稿人|撰稿|作者|摄影报道|摄影|撰文|文字|文/图|图/文|文图|图文|采写|供稿|供图|统筹|策划|整理|执笔|口述|编辑整理|(?:图|文)(?=["
          + " :/、]))";

  /// A name and what parts it from the next.
  private static final String NAME = "[\\u4e00-\\u9fff·]{2,5}(?:[ 、,/&]|$)";

  /// One or more roles, each with names, and perhaps 摄 or 文/图 at the end.
  private static final Clue BYLINE =
      Clue.of(
          "^(?:"
              + ROLE
              + " ?[:/、]? ?(?:"
              + NAME
              + " ?){0,12}+){1,4}+(?:(?:文/图|图/文|文图|摄影报道|摄影|摄|供图|报道|整理|文|图) ?){0,2}$",
          "者员稿影文图写筹划理笔述");

  private static final Clue CREDIT =
      Clue.of(
          "(?:总?策划|统筹|撰稿|供稿|供图|图片来源|来源|资料来源|摄影|文字|采写|撰文|组稿|支持单位|主办单位|承办单位|协办单位|作者|作者单位|图片|制图|漫画)"
              + " ?[:/].{2,60}",
          ":/");

  private static final Pattern PHOTO =
      Pattern.compile(
          "^(?:(?:"
              + ROLE
              + "|新华社发) ?[:/]? ?){0,2}+(?:[\\u4e00-\\u9fff·]{2,5}["
              + " 、,/&]{1,2}){0,4}(?:[\\u4e00-\\u9fff·]{2,5}"
              + " ?\\(?(?:摄影报道|摄影|摄|/图)|[\\u4e00-\\u9fff]{2,14} ?供图|文/图|图/文)$");

  /// `（张三）`, `（作者单位：某某学校）`, `（据新华社）` at the end of a text.
  private static final Clue SIGNED =
      Clue.of(
          "\\((?:[\\u4e00-\\u9fff]{2,4}(?:"
              + " [\\u4e00-\\u9fff]{2,4}){0,3}|(?:本报|特约|见习)?(?:记者|通讯员|评论员|作者|据|文/|图/|综合|来源|执笔).{1,30}|.{2,40}(?:整理|口述|供稿|供图|摄影报道|摄|执笔|编译))\\)$",
          "(");

  private static final Clue NOT_NAMES =
      Clue.of("了解|获悉|看到|采访|发现|来到|走进|表示|介绍|报道称|从|在场|[。，；？！“”,;?!]", "解悉到访现进示绍称从场。，；？！“”,;?!");

  /// What a row of a photographer ends in, brackets and blanks aside.
  private static final Marks PHOTO_ENDS = Marks.of("摄道影图文");

  private static final Marks ROLE_MARKS = Marks.of(":/(摄图文");
  private static final List<String> ROLE_WORDS =
      List.of("记者", "通讯员", "评论员", "撰稿", "作者", "采写", "供稿", "统筹", "策划", "整理", "执笔", "口述");

  private static final Marks NAMING = Marks.of("记通摄文图作策评撰供统整执口采来主承协组支制稿（(");
  private static final Marks BOXES = Marks.of("□■○●◎◇◆");
  private static final Marks OPENERS = Marks.of("记本通见特首");
  private static final Marks SENTENCE = Marks.of("。，；？！“”,;?!");

  private BylineRows() {}

  /// Whether the whole row is a byline or a credit.
  static boolean isByline(String row) {
    if (row.length() > LONGEST || !mayName(row)) {
      return false;
    }
    if (isSentence(row)) {
      return false;
    }
    String text = normal(row);
    if (Glyphs.isBullet(row.charAt(0)) && PersonNames.isName(text)) {
      return true;
    }
    if (text.length() < 2 || !hasRole(text) || NOT_NAMES.isIn(text)) {
      return false;
    }
    return BYLINE.is(text) || CREDIT.is(text) || SIGNED.opens(text) || isPhotoCredit(row);
  }

  /// Whether it has the word of a role, or a mark that stands for one.
  private static boolean hasRole(String text) {
    if (ROLE_MARKS.areIn(text)) {
      return true;
    }
    for (String word : ROLE_WORDS) {
      if (text.contains(word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSentence(String row) {
    return SENTENCE.areIn(row);
  }

  /// Whether the row has a character without which there is no byline.
  private static boolean mayName(String row) {
    return Glyphs.isBullet(row.charAt(0)) || NAMING.areIn(row);
  }

  /// Whether the whole row is a photographer's credit.
  static boolean isPhotoCredit(String row) {
    if (row.length() > 40 || !PHOTO_ENDS.has(lastLetter(row)) || isSentence(row)) {
      return false;
    }
    String text = strip(normal(row));
    return PHOTO.matcher(text).matches() && !NOT_NAMES.isIn(text);
  }

  /// The last character but blanks and brackets; a blank when there is none.
  private static char lastLetter(String text) {
    int last = text.length() - 1;
    while (last > 0 && (Glyphs.isBlank(text.charAt(last)) || Glyphs.isClosing(text.charAt(last)))) {
      last--;
    }
    return text.isEmpty() ? ' ' : text.charAt(last);
  }

  /// Whether a text ends with a photographer's credit: `图为…。记者 张三 摄`.
  static boolean endsWithCredit(String text) {
    if (text.length() < 4 || !PHOTO_ENDS.has(lastLetter(text))) {
      return false;
    }
    String tail = strip(normal(text.substring(Math.max(0, text.length() - 16))));
    return (tail.endsWith("摄") && !tail.endsWith("拍摄")) || tail.endsWith("供图");
  }

  /// Where a byline begins behind a headline on the same row; -1 when there is none.
  static int behindHeadline(String row) {
    if (row.length() > LONGEST || row.indexOf('。') >= 0) {
      return -1;
    }
    for (int i = 4; i < row.length() - 3; i++) {
      char c = row.charAt(i);
      boolean starts = Glyphs.isBullet(c) || (Glyphs.isBlank(row.charAt(i - 1)) && OPENERS.has(c));
      boolean marked = BOXES.has(c) && row.length() - i <= 30 && !NOT_NAMES.isIn(row.substring(i));
      if (marked) {
        return i;
      }
      if (starts && isByline(row.substring(i)) && row.length() - i >= 4) {
        return i;
      }
    }
    return -1;
  }

  /// The row without the mark in front of it.
  static String unmarked(String row) {
    int from = 0;
    while (from < row.length()
        && (Glyphs.isBullet(row.charAt(from)) || Glyphs.isBlank(row.charAt(from)))) {
      from++;
    }
    return row.substring(from);
  }

  private static String normal(String row) {
    String text = LetterSpacing.close(Glyphs.fold(unmarked(row)));
    return (text.contains("  ") ? text.replaceAll(" {2,}", " ") : text).strip();
  }

  private static String strip(String text) {
    String bare =
        text.endsWith(")") || text.endsWith("】") ? text.substring(0, text.length() - 1) : text;
    return bare.startsWith("(") || bare.startsWith("【") ? bare.substring(1) : bare;
  }
}
