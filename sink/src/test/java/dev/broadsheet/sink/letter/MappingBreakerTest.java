package dev.broadsheet.sink.letter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MappingBreakerTest {
  private final MappingBreaker<Integer> breaker = new MappingBreaker<>(100, 5);

  private void passed(int times) {
    for (int i = 0; i < times; i++) {
      breaker.passed();
    }
  }

  @Test
  void keepsARefusalUntilTheWindowHasMovedPastIt() {
    breaker.refused(1);
    passed(99);
    assertThat(breaker.release(false)).isEmpty();

    passed(1);

    assertThat(breaker.release(false)).containsExactly(1);
    assertThat(breaker.kept()).isZero();
  }

  @Test
  void letsRefusalsGoWhenNothingElseIsToBeDone() {
    breaker.refused(1);
    breaker.refused(2);

    assertThat(breaker.release(true)).containsExactly(1, 2);
  }

  @Test
  void tripsAboveTheShareAndLetsNothingOut() {
    for (int i = 0; i < 5; i++) {
      breaker.refused(i);
    }
    assertThat(breaker.tripped()).isFalse();

    breaker.refused(5);

    assertThat(breaker.tripped()).isTrue();
    assertThat(breaker.release(true)).isEmpty();
    assertThat(breaker.kept()).isEqualTo(6);
  }

  @Test
  void forgetsRefusalsThatLeftTheWindow() {
    for (int round = 0; round < 50; round++) {
      breaker.refused(round);
      passed(19);
    }

    assertThat(breaker.refusals()).isEqualTo(5);
    assertThat(breaker.tripped()).isFalse();
    assertThat(breaker.release(false)).hasSize(45);
  }

  @Test
  void countsRefusalsThatAreOutAlready() {
    for (int i = 0; i < 5; i++) {
      breaker.refused(i);
      breaker.release(true);
    }

    breaker.refused(5);

    assertThat(breaker.tripped()).isTrue();
    assertThat(breaker.kept()).isEqualTo(1);
  }

  @Test
  void neverTripsAtAHundredPercent() {
    MappingBreaker<Integer> off = new MappingBreaker<>(10, 100);
    for (int i = 0; i < 100; i++) {
      off.refused(i);
    }

    assertThat(off.tripped()).isFalse();
    assertThat(off.release(false)).hasSize(90);
  }
}
