package dev.broadsheet.enrich.date;

import dev.broadsheet.enrich.date.Expression.Feast;
import dev.broadsheet.enrich.date.Expression.Match;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Festivals, as days and as holidays: 元宵节, “五一”假期, 国庆期间.
final class FeastGrammar {
  private static final List<String> REST = List.of("假期", "长假", "小长假", "黄金周", "期间", "假日");

  /// Behind the name of a festival these make it an attribute: a gala, goods, a prize, a custom.
  private static final List<String> ATTRIBUTE =
      List.of(
          "晚会", "联欢", "档", "文化", "习俗", "民俗", "氛围", "主题", "活动", "消费", "市场", "旅游", "慰问", "走访", "值班",
          "祝福", "礼", "大庙会", "庙会", "系列", "庆祝", "惠民", "食品", "安全", "保供", "特别", "诗会", "灯会", "年货",
          "的味道");

  private final Squeezed text;

  FeastGrammar(Squeezed text) {
    this.text = text;
  }

  /// The festival that starts at `i`, as part of a match that began at `start`.
  @Nullable Match at(int start, YearRef year, int i) {
    int name = isQuote(text.at(i)) ? i + 1 : i;
    for (Festival festival : Lexicon.festivals(text.at(name))) {
      if (text.startsWith(name, festival.name())) {
        Match match = of(festival, start == i ? name : start, year, name);
        if (match != null) {
          return match;
        }
      }
    }
    return null;
  }

  private @Nullable Match of(Festival festival, int start, YearRef year, int name) {
    int end = name + festival.name().length();
    boolean closed = isQuote(text.at(name - 1)) && isQuote(text.at(end));
    int tail = closed ? end + 1 : end;
    int from = closed && start == name ? name - 1 : start;
    for (String rest : REST) {
      if (text.startsWith(tail, rest)) {
        return new Match(new Feast(year, festival, true), from, tail + rest.length());
      }
    }
    if (Surroundings.startsWithAny(text, tail, ATTRIBUTE)) {
      return null;
    }
    Feast feast = new Feast(year, festival, false);
    for (String need : festival.needs()) {
      if (text.startsWith(tail, need)) {
        return new Match(feast, from, need.endsWith("节") ? tail + need.length() : tail);
      }
    }
    return festival.needs().isEmpty() || !year.isOpen() ? new Match(feast, from, tail) : null;
  }

  /// Whether a festival may stand behind it within quotation marks.
  static boolean isQuote(char c) {
    return c == '“' || c == '”' || c == '"' || c == '「' || c == '」' || c == '‘' || c == '’';
  }
}
