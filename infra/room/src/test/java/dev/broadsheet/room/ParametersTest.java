package dev.broadsheet.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParametersTest {
  private static final Set<String> KNOWN = Set.of("q", "from", "page", "topic");

  @Test
  void readsValues() throws Exception {
    var given = Parameters.of("q=%E6%96%B0%E6%B8%AF+a&topic=x&topic=y&from=2031-05-06", KNOWN);

    assertThat(given.text("q")).isEqualTo("新港 a");
    assertThat(given.all("topic")).containsExactly("x", "y");
    assertThat(given.day("from")).isEqualTo(LocalDate.of(2031, 5, 6));
    assertThat(given.number("page", 9)).isEqualTo(1);
  }

  @Test
  void isEmptyWithoutAQuery() throws Exception {
    assertThat(Parameters.of(null, KNOWN).text("q")).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void refusesWhatItCannotRead(String query) {
    assertThatThrownBy(() -> Parameters.of(query, KNOWN)).isInstanceOf(RequestRefused.class);
  }

  private static Stream<String> unreadable() {
    return Stream.of(
        "size=10", "q=%zz", "q=%", "q=" + "a".repeat(601), "topic=a&".repeat(41), "Q=1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "10", "-1", "1.5", "９", "99999999999"})
  void refusesOtherNumbers(String number) throws Exception {
    var given = Parameters.of("page=" + number, KNOWN);

    assertThatThrownBy(() -> given.number("page", 9)).isInstanceOf(RequestRefused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2031-02-30", "now-1d", "2031-5-6", "||/M"})
  void refusesOtherDays(String day) throws Exception {
    var given = Parameters.of("from=" + day, KNOWN);

    assertThatThrownBy(() -> given.day("from")).isInstanceOf(RequestRefused.class);
  }

  @Test
  void refusesASecondValueWhereOneIsDue() throws Exception {
    var given = Parameters.of("q=a&q=b", KNOWN);

    assertThatThrownBy(() -> given.text("q")).isInstanceOf(RequestRefused.class);
  }
}
