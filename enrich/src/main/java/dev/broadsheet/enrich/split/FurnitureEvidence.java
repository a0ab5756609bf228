package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.page.Glyphs;
import dev.broadsheet.enrich.split.FurnitureTokens.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// How much each row looks like page furniture, in units of log odds: by what it says, and by where
/// it stands.
final class FurnitureEvidence {
  private static final double NEVER = -12;

  private static final Pattern PAGE =
      Pattern.compile(
          "(?:[A-D]?\\d{1,2}|[①-⑳]) ?(?:[\\u4e00-\\u9fff](?: ?[\\u4e00-\\u9fff·]){1,5})(?:"
              + " [\\u4e00-\\u9fff]{2,8}报)?");

  /// `某某日报 经济观察 4`
  private static final Pattern BANNER =
      Pattern.compile("[\\u4e00-\\u9fff]{2,6}报 [\\u4e00-\\u9fff·]{2,8} [A-D]?\\d{1,2}");

  private static final Pattern TITLE =
      Pattern.compile("[\\u4e00-\\u9fff]{2,6}(?: [\\u4e00-\\u9fff]{2,4})?");

  private static final int LONGEST_TITLE = 12;
  private static final int LONGEST_BANNER = 20;

  /// Kinds that an article may have on a row of its own, too.
  private static final Set<Kind> WEAK =
      EnumSet.of(
          Kind.PAPER_NAME,
          Kind.ENGLISH_NAME,
          Kind.DATE,
          Kind.DATE_HAN,
          Kind.DATE_PART,
          Kind.MEDIA,
          Kind.WEEKLY,
          Kind.WEATHER,
          Kind.NUMBER,
          Kind.WEEKDAY);

  private final List<RowFacts> rows;
  private final List<FurnitureRow> furniture;
  private final int lastLong;

  FurnitureEvidence(List<RowFacts> rows, List<FurnitureRow> furniture) {
    this.rows = rows;
    this.furniture = furniture;
    this.lastLong = lastLong();
  }

  /// How much row `i` looks like a part of the masthead, the banner or the colophon.
  double of(int i) {
    FurnitureRow reading = furniture.get(i);
    if (isPageCode(i) || isPageBanner(i)) {
      return 12;
    }
    if (!reading.isFurniture()) {
      return isPageHead(i) || isPageTitle(i) || isAppeal(i) ? 9 : NEVER;
    }
    if (isContact(reading) && ((i < lastLong && i >= 8) || isServiceOfNotice(i))) {
      return -4;
    }
    if (reading.isCertain()) {
      return 10;
    }
    boolean head = i < 24;
    boolean foot = i >= rows.size() - 14;
    boolean weak = isWeak(reading);
    if (reading.count(Kind.STAFF) >= 2 || reading.has(Kind.STAFF_ROW)) {
      return 13;
    }
    if (reading.kinds() >= 3 || (weak && reading.kinds() == 2)) {
      return 11;
    }
    if (i >= rows.size() - 8 && (reading.has(Kind.STAFF) || reading.has(Kind.STAFF_ROW))) {
      return 11;
    }
    if (reading.has(Kind.PAGE_SECTION)) {
      return i < 3 || i >= rows.size() - 3 ? 9 : -4;
    }
    if (weak) {
      if (isDateOfNotice(i)) {
        return -4;
      }
      if (isBesideCertain(i)) {
        return 8.5;
      }
      if (reading.has(Kind.MEDIA) || reading.has(Kind.WEEKLY)) {
        return i < 4 ? 9 : -4;
      }
      return head ? 8.5 : foot && !reading.has(Kind.WEATHER) ? 1 : -4;
    }
    return (head || foot ? 5 : 3) + (reading.share() > 0.8 ? 2 : 0);
  }

  private static boolean isWeak(FurnitureRow reading) {
    for (FurnitureTokens.Token token : reading.tokens()) {
      if (!WEAK.contains(token.kind())) {
        return false;
      }
    }
    return true;
  }

  /// `投稿邮箱：… 来稿请注明…` at the foot of the page.
  private boolean isAppeal(int i) {
    return i >= rows.size() - 3 && furniture.get(i).has(Kind.EMAIL);
  }

  /// `3 假 日` beside the date, or with the paper behind it at the edge of the page: number and name
  /// of the page.
  private boolean isPageCode(int i) {
    String text = rows.get(i).text();
    if (text.length() > 16
        || !opensWithNumber(text)
        || !PAGE.matcher(Glyphs.fold(text)).matches()) {
      return false;
    }
    return (isEdge(i) && furniture.get(i).has(Kind.PAPER_WORD)) || isBesideDate(i);
  }

  /// Paper, section and number of the page at its edge.
  private boolean isPageBanner(int i) {
    String text = rows.get(i).text();
    return isEdge(i)
        && text.length() <= LONGEST_BANNER
        && BANNER.matcher(Glyphs.fold(text)).matches();
  }

  private boolean isEdge(int i) {
    return i < 3 || i >= rows.size() - 3;
  }

  /// `某某新闻 02` at the edge of the page, on one row or with the number on the next.
  private boolean isPageTitle(int i) {
    String text = rows.get(i).text();
    boolean edge = i < 2 || i >= rows.size() - 2;
    if (!edge
        || text.length() > LONGEST_TITLE
        || !TITLE.matcher(furniture.get(i).rest()).matches()) {
      return false;
    }
    boolean beside =
        i + 1 < rows.size()
            && rows.get(i + 1).row().gap() <= 0
            && rows.get(i + 1).text().length() <= 3
            && furniture.get(i + 1).has(Kind.PAGE_CODE);
    return beside || furniture.get(i).has(Kind.PAGE_CODE);
  }

  private static boolean opensWithNumber(String text) {
    char c = text.charAt(0);
    return Glyphs.isDigit(c) || (c >= 'A' && c <= 'D') || (c >= '①' && c <= '⑳');
  }

  private boolean isBesideDate(int i) {
    return (i + 1 < rows.size()
            && rows.get(i + 1).row().gap() <= 1
            && furniture.get(i + 1).kinds() >= 2)
        || (i > 0 && rows.get(i).row().gap() <= 1 && furniture.get(i - 1).kinds() >= 2);
  }

  /// The day below the signature of a notice.
  private boolean isDateOfNotice(int i) {
    if (i < 4
        || rows.get(i).row().gap() > 1
        || (furniture.get(i - 1).isFurniture() && !isServiceOfNotice(i - 1))) {
      return false;
    }
    String above = rows.get(i - 1).text();
    return TextSigns.isSigned(rows.get(i).text())
        && (TextSigns.isHouse(above) || TextSigns.isService(above));
  }

  /// `咨询电话：…` below a text belongs to it; the paper's own numbers stand among furniture.
  private boolean isServiceOfNotice(int i) {
    String text = rows.get(i).text();
    return i > 0
        && "咨联监举服报采招".indexOf(text.charAt(0)) >= 0
        && TextSigns.isService(text)
        && !furniture.get(i - 1).isFurniture();
  }

  /// A masthead at the foot of the page: its weak rows stand beside those that leave no doubt.
  private boolean isBesideCertain(int i) {
    return (i + 1 < rows.size()
            && rows.get(i + 1).row().gap() <= 1
            && furniture.get(i + 1).isCertain())
        || (i > 0 && rows.get(i).row().gap() <= 1 && furniture.get(i - 1).isCertain());
  }

  /// A word or two beside the date at the top of the page name the page.
  private boolean isPageHead(int i) {
    if (i > 3 || rows.get(i).text().length() > 8 || rows.get(i).commas() > 0) {
      return false;
    }
    return (i + 1 < rows.size()
            && rows.get(i + 1).row().gap() <= 1
            && furniture.get(i + 1).kinds() >= 2)
        || (i > 0 && rows.get(i).row().gap() <= 0 && furniture.get(i - 1).kinds() >= 2);
  }

  /// The last row of running text: what stands below it may be the colophon.
  private int lastLong() {
    int last = rows.size() - 1;
    while (last >= 0 && (rows.get(last).row().width() < 24 || furniture.get(last).isFurniture())) {
      last--;
    }
    return last;
  }

  /// A telephone number inside the page belongs to a notice.
  private static boolean isContact(FurnitureRow reading) {
    return (reading.has(Kind.CONTACT) || reading.has(Kind.EMAIL))
        && reading.kinds() <= 2
        && !reading.has(Kind.STAFF);
  }
}
