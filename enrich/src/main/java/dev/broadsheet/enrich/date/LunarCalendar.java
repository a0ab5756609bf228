package dev.broadsheet.enrich.date;

import com.nlf.calendar.Lunar;
import com.nlf.calendar.LunarMonth;
import com.nlf.calendar.LunarYear;
import com.nlf.calendar.Solar;
import java.time.LocalDate;
import java.util.Optional;

/// Days of the Chinese lunar calendar as Gregorian days.
final class LunarCalendar {
  private static final int FIRST = 1500;
  private static final int LAST = 2200;

  private LunarCalendar() {}

  /// Gregorian day of a lunar date.
  ///
  /// @param month negative for a leap month
  /// @param day 0 for the last of the month
  /// @return empty where the year has no such month or the month no such day
  static Optional<LocalDate> day(int year, int month, int day) {
    if (year < FIRST || year > LAST || month == 0 || Math.abs(month) > 12) {
      return Optional.empty();
    }
    LunarMonth found = LunarYear.fromYear(year).getMonth(month);
    if (found == null || day > found.getDayCount() || day < 0) {
      return Optional.empty();
    }
    int offset = day == 0 ? found.getDayCount() - 1 : day - 1;
    Solar first = Solar.fromJulianDay(found.getFirstJulianDay());
    return Optional.of(
        LocalDate.of(first.getYear(), first.getMonth(), first.getDay()).plusDays(offset));
  }

  /// Gregorian day of a lunar date that falls into a Gregorian year: months at the end of a lunar
  /// year belong to the next one.
  static Optional<LocalDate> inYear(int gregorianYear, int month, int day) {
    return day(gregorianYear - 1, month, day)
        .filter(date -> date.getYear() == gregorianYear)
        .or(() -> day(gregorianYear, month, day).filter(d -> d.getYear() == gregorianYear));
  }

  /// Day of one of the 24 solar terms within a Gregorian year.
  static Optional<LocalDate> solarTerm(int year, String name) {
    if (year < FIRST || year > LAST) {
      return Optional.empty();
    }
    Solar solar = Lunar.fromYmd(year, 1, 1).getJieQiTable().get(name);
    return Optional.ofNullable(solar)
        .map(s -> LocalDate.of(s.getYear(), s.getMonth(), s.getDay()))
        .filter(day -> day.getYear() == year);
  }

  /// Whether a day is the lunar date that is printed beside it.
  static boolean agrees(LocalDate day, LunarDate printed) {
    for (int year = day.getYear() - 1; year <= day.getYear(); year++) {
      if ((printed.cycle() < 0 || cycle(year) == printed.cycle())
          && day(year, printed.month(), printed.day()).filter(day::equals).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /// Place of a year in the cycle of sixty; 0 is 甲子.
  static int cycle(int year) {
    return Math.floorMod(year - 4, 60);
  }
}
