package dev.broadsheet.room.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeUnitTest {
  @ParameterizedTest
  @CsvSource({
    "2031-05-06, 2031-05-06, day",
    "2031-05-06, 2031-07-06, day",
    "2031-05-06, 2031-07-07, month",
    "2031-01-31, 2036-02-01, month",
    "2031-01-31, 2036-03-01, quarter",
    "2016-01-01, 2031-01-01, quarter",
    "1949-01-01, 2031-01-01, year"
  })
  void drawsFewEnoughBars(LocalDate first, LocalDate last, String unit) {
    assertThat(TimeUnit.between(first, last).label()).isEqualTo(unit);
  }

  @ParameterizedTest
  @CsvSource({
    "DAY, 2031-02-28, 2031-02-28",
    "MONTH, 2032-02-01, 2032-02-29",
    "QUARTER, 2031-10-01, 2031-12-31",
    "YEAR, 2031-01-01, 2031-12-31"
  })
  void knowsTheLastDayOfABar(TimeUnit unit, LocalDate first, LocalDate last) {
    assertThat(unit.last(first)).isEqualTo(last);
  }
}
