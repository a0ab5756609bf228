package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.split.FurnitureTokens.Kind;
import dev.broadsheet.enrich.split.FurnitureTokens.Token;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads the fields of the issue from its furniture rows, whatever their order. The first printed
/// value of a field holds.
final class MastheadReader {
  private static final Pattern PAPER_OF_HOUSE =
      Pattern.compile("^([\\u4e00-\\u9fff]{2,10}?(?:日报|晚报|早报|晨报|时报|商报|都市报|快报|导报|新报|周报|报))社");

  /// `2025年5月` and `22日` on two rows.
  private static final Pattern SPLIT_DATE = Pattern.compile("^(\\d{4})年(\\d{1,2})月(\\d{1,2})日");

  private final Map<Kind, Token> first = new EnumMap<>(Kind.class);
  private final StringBuilder dateParts = new StringBuilder();
  private @Nullable String section;

  /// Takes in one row of the masthead, the banner or the colophon.
  void read(FurnitureRow row) {
    for (Token token : row.tokens()) {
      first.putIfAbsent(token.kind(), token);
      if (token.kind() == Kind.DATE_PART) {
        dateParts.append(token.groups().getFirst().replace(" ", ""));
      }
      if (token.kind() == Kind.NUMBER && token.groups().getFirst().startsWith("总")) {
        first.put(Kind.NUMBER, token);
      }
    }
    boolean banner = row.has(Kind.PAGE_FIRST) || row.has(Kind.PAGE_CODE) || row.has(Kind.PAGE_BARE);
    String rest = row.rest().replace(" ", "");
    if (section == null && banner && rest.length() >= 2 && rest.length() <= 8) {
      section = rest;
    }
  }

  /// Takes a display line at the head of the page as its section, unless a banner told one.
  void banner(String text) {
    if (section == null) {
      section = text;
    }
  }

  MastheadFields fields() {
    return new MastheadFields(
        paper(),
        publisher(),
        dashed(group(Kind.SERIAL, 1), "CN"),
        dashed(group(Kind.POSTAL, 1), ""),
        number(Kind.NUMBER),
        date(),
        lunar(),
        group(Kind.WEEKDAY, 0),
        number(Kind.PAGES),
        page(),
        section,
        group(Kind.WEBSITE, 1));
  }

  private @Nullable String paper() {
    String name = group(Kind.PAPER_NAME, 0);
    if (name != null) {
      return name;
    }
    String word = group(Kind.PAPER_WORD, 0);
    if (word != null) {
      return word;
    }
    String house = house();
    if (house == null) {
      return null;
    }
    Matcher paper = PAPER_OF_HOUSE.matcher(house);
    return paper.find() ? paper.group(1) : null;
  }

  private @Nullable String publisher() {
    String house = house();
    return house != null ? house : group(Kind.ORGAN, 0);
  }

  private @Nullable String house() {
    String house = group(Kind.PUBLISHER, 1);
    return house != null ? house : group(Kind.PUBLISHER_LABEL, 1);
  }

  private @Nullable LocalDate date() {
    Token token = first.containsKey(Kind.DATE) ? first.get(Kind.DATE) : first.get(Kind.DATE_HAN);
    if (token == null) {
      Matcher split = SPLIT_DATE.matcher(dateParts);
      return split.find()
          ? day(
              Integer.parseInt(split.group(1)),
              Integer.parseInt(split.group(2)),
              Integer.parseInt(split.group(3)))
          : null;
    }
    List<String> parts = token.groups();
    Integer year = Numerals.parse(parts.get(1));
    Integer month = Numerals.parse(parts.get(2));
    Integer day = Numerals.parse(parts.get(3));
    return year == null || month == null || day == null ? null : day(year, month, day);
  }

  private static @Nullable LocalDate day(int year, int month, int day) {
    try {
      return LocalDate.of(year, month, day);
    } catch (DateTimeException impossible) {
      return null;
    }
  }

  private @Nullable Integer page() {
    Integer first = number(Kind.PAGE_FIRST);
    Integer code = first != null ? first : number(Kind.PAGE_CODE);
    Integer bare = code != null ? code : number(Kind.PAGE_BARE);
    return bare != null ? bare : number(Kind.PAGE_SECTION);
  }

  private @Nullable String lunar() {
    String full = group(Kind.LUNAR, 1);
    return full != null ? full : group(Kind.LUNAR_DAY, 1);
  }

  private @Nullable Integer number(Kind kind) {
    String text = group(kind, 1);
    return text == null ? null : Numerals.parse(text);
  }

  private @Nullable String group(Kind kind, int index) {
    Token token = first.get(kind);
    return token == null ? null : token.groups().get(index).replace(" ", "");
  }

  private static @Nullable String dashed(@Nullable String code, String prefix) {
    return code == null ? null : prefix + code;
  }
}
