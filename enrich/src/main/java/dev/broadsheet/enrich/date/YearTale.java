package dev.broadsheet.enrich.date;

import dev.broadsheet.enrich.date.Expression.Day;
import dev.broadsheet.enrich.date.Expression.Match;
import dev.broadsheet.enrich.date.Expression.Months;
import dev.broadsheet.enrich.date.Expression.Quarters;
import dev.broadsheet.enrich.date.Expression.Range;
import dev.broadsheet.enrich.date.Expression.Year;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What one article says of the year of its issue without naming it.
///
/// An article that says 今年 for the year of its issue tells of another one in “2019年，”; and 1987年
/// beside “撑了36年” leads up to the year of the issue.
///
/// @param relative whether it speaks of 今年, 去年 or 明年
/// @param reckoned the first year that it names and how long has passed since; null where it does
///     not say
record YearTale(boolean relative, @Nullable Integer reckoned) {
  private static final int FEWEST = 5;
  private static final int MOST = 60;
  private static final String CLAUSE_END = ",.。;；!！?？”\"";

  static YearTale of(Squeezed text, List<Match> matches) {
    boolean relative = false;
    int first = Integer.MAX_VALUE;
    for (Match match : matches) {
      YearRef year = year(match.expression());
      relative |= year.kind() == YearRef.Kind.OFFSET;
      if (year.kind() == YearRef.Kind.ABSOLUTE) {
        first = Math.min(first, year.value());
      }
    }
    int passed = first == Integer.MAX_VALUE ? 0 : passed(text);
    return new YearTale(relative, passed == 0 ? null : Integer.valueOf(first + passed));
  }

  /// Whether a year is one that is told of beside that of the issue: “2019年，”, 2019年以来.
  boolean isAside(Squeezed text, Match match) {
    return relative
        && match.expression() instanceof Year(YearRef year)
        && year.kind() == YearRef.Kind.ABSOLUTE
        && (text.at(match.end()) == ',' || text.startsWith(match.end(), "以来"));
  }

  private static YearRef year(Expression expression) {
    return switch (expression) {
      case Year(YearRef year) -> year;
      case Quarters(YearRef year, _, _) -> year;
      case Months(YearRef year, _, _) -> year;
      case Day(YearRef year, _, _) -> year;
      case Range(Expression from, _) when !(from instanceof Range) -> year(from);
      default -> YearRef.OPEN;
    };
  }

  /// Years that have passed at the end of a clause (撑了36年，); 0 where none are named.
  private static int passed(Squeezed text) {
    for (int i = 0; i < text.length(); i++) {
      Numeral years = text.at(i) == '了' ? Numeral.read(text, i + 1) : null;
      if (years != null
          && text.at(years.end()) == '年'
          && CLAUSE_END.indexOf(text.at(years.end() + 1)) >= 0
          && years.value() >= FEWEST
          && years.value() <= MOST) {
        return years.value();
      }
    }
    return 0;
  }
}
