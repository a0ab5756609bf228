package dev.broadsheet.bench.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TallyTest {
  private final Tally tally = new Tally();

  @Test
  void givesRecallPrecisionAndTheRightShareOfAFirstPage() {
    tally.add(Set.of("a", "b", "c", "d"), List.of("a", "x", "b", "y", "z"));

    assertThat(tally.cell()).isEqualTo("0.50 · 0.40 · 0.50");
  }

  @Test
  void looksAtTheFirstTenOnly() {
    tally.add(Set.of("a", "b"), List.of("1", "2", "3", "4", "5", "6", "7", "8", "9", "a", "b"));

    assertThat(tally.cell()).isEqualTo("1.00 · 0.18 · 0.50");
  }

  @Test
  void countsNoPrecisionWhereNothingIsFound() {
    tally.add(Set.of("a"), List.of());
    tally.add(Set.of("a"), List.of("a"));

    assertThat(tally.cell()).isEqualTo("0.50 · 1.00 · 0.50");
  }

  @Test
  void hasNoFigureWithoutQuestions() {
    assertThat(tally.cell()).isEqualTo("–");
  }
}
