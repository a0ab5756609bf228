package dev.broadsheet.enrich.date;

import java.util.Optional;

/// A lunar date as printed in a masthead (乙巳年二月廿一).
///
/// @param cycle place of its year in the cycle of sixty, -1 where none is printed
/// @param month negative for a leap month
record LunarDate(int cycle, int month, int day) {
  /// Empty where the text holds no lunar date.
  static Optional<LunarDate> parse(String printed) {
    Squeezed text = Squeezed.of(printed);
    LunarGrammar grammar = new LunarGrammar(text);
    int cycle = -1;
    for (int i = 0; i < Math.min(text.length(), 40); i++) {
      int found = grammar.cycleAt(i);
      cycle = found >= 0 ? found : cycle;
      LunarGrammar.MonthDay day = grammar.monthDay(i);
      if (day != null) {
        return Optional.of(new LunarDate(cycle, day.month(), day.day()));
      }
    }
    return Optional.empty();
  }
}
