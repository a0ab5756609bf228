package dev.broadsheet.enrich.date;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// Finds the year of expressions that do not name it: from the sentence, the paragraph, the issue.
final class YearCarry {
  /// A bare year (2024年) reaches this many characters ahead for a month to belong to it.
  private static final int REACH = 24;

  /// A month and day this close before the issue is news, whatever year was spoken of.
  private static final int NEWS_DAYS = 15;

  /// News that is this far from the issue in its year belongs to the year beside it.
  private static final int HALF_YEAR = 183;

  private final @Nullable LocalDate pivot;
  private @Nullable Integer sentenceYear;
  private int sentenceYearAt;
  private @Nullable YearMonth sentenceMonth;
  private @Nullable YearMonth paragraphMonth;
  private @Nullable Integer lastYear;

  YearCarry(@Nullable LocalDate pivot) {
    this.pivot = pivot;
  }

  /// The year that an expression names; null where it names none or it cannot be known.
  @Nullable Integer explicit(YearRef ref) {
    return switch (ref.kind()) {
      case OPEN -> null;
      case ABSOLUTE -> ref.value();
      case OFFSET -> pivot == null ? null : Integer.valueOf(pivot.getYear() + ref.value());
      case CARRIED -> counted(ref.value());
      case SEXAGENARY -> cycleYear(ref.value());
    };
  }

  private @Nullable Integer counted(int years) {
    if (lastYear != null) {
      return lastYear + years;
    }
    return years != 0 && pivot != null ? Integer.valueOf(pivot.getYear() + years) : null;
  }

  /// A year of the cycle is one of the last fifty or the next ten.
  private @Nullable Integer cycleYear(int cycle) {
    if (pivot == null) {
      return null;
    }
    int last = pivot.getYear() + 10;
    return last - Math.floorMod(LunarCalendar.cycle(last) - cycle, 60);
  }

  /// The year that the sentence gives to an expression at `at`; null where it gives none.
  @Nullable Integer carried(int at, Cue cue) {
    if (sentenceMonth != null) {
      return sentenceMonth.getYear();
    }
    boolean reached = sentenceYear != null && at - sentenceYearAt <= REACH;
    return reached && !cue.compared() ? sentenceYear : null;
  }

  /// The year of a month and day that name none.
  @Nullable Integer near(int month, int day, int at, Cue cue) {
    if (sentenceMonth != null) {
      return after(sentenceMonth, month);
    }
    Integer carried = carried(at, cue);
    if (carried != null) {
      return carried;
    }
    Integer nearest = pivot == null ? null : nearest(pivot, month, day, cue);
    if (paragraphMonth == null || isNews(nearest, month, day)) {
      return nearest;
    }
    return after(paragraphMonth, month);
  }

  private boolean isNews(@Nullable Integer year, int month, int day) {
    if (pivot == null || year == null) {
      return false;
    }
    long age = ChronoUnit.DAYS.between(date(year, month, day), pivot);
    return age >= 0 && age <= NEWS_DAYS;
  }

  /// A tale goes forward: behind 去年12月 stands 3月 for that of the next year, if it has come.
  private int after(YearMonth told, int month) {
    int next = told.getYear() + 1;
    boolean wraps = month < told.getMonthValue();
    boolean come = pivot == null || !YearMonth.of(next, month).isAfter(YearMonth.from(pivot));
    return wraps && come ? next : told.getYear();
  }

  private static int nearest(LocalDate pivot, int month, int day, Cue cue) {
    int year = pivot.getYear();
    long ahead = ChronoUnit.DAYS.between(pivot, date(year, month, day));
    if (ahead <= 0) {
      return cue.ahead() && ahead < -HALF_YEAR ? year + 1 : year;
    }
    return !cue.ahead() && ahead > HALF_YEAR ? year - 1 : year;
  }

  private static LocalDate date(int year, int month, int day) {
    YearMonth of = YearMonth.of(year, month);
    return of.atDay(Math.min(day, of.lengthOfMonth()));
  }

  void noteYear(int year, int at, Cue cue) {
    lastYear = year;
    if (!cue.compared()) {
      if (sentenceMonth != null && sentenceMonth.getYear() != year) {
        sentenceMonth = null;
      }
      sentenceYear = year;
      sentenceYearAt = at;
    }
  }

  void noteMonth(YearMonth month, int at) {
    noteYear(month.getYear(), at, Cue.NONE);
    sentenceMonth = month;
    if (pivot == null || month.getYear() != pivot.getYear()) {
      paragraphMonth = month;
    }
  }

  void endSentence() {
    sentenceYear = null;
    sentenceMonth = null;
  }

  void endParagraph() {
    endSentence();
    paragraphMonth = null;
    lastYear = null;
  }
}
