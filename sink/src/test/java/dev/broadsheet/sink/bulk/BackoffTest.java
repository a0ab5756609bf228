package dev.broadsheet.sink.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final Duration CAP = Duration.ofSeconds(30);

  private final Backoff backoff = new Backoff(CAP, new Random(3));

  @Test
  void waitsAtMostTheCap() {
    long longest =
        LongStream.range(0, 2_000).map(i -> backoff.nanos((int) i + 1)).max().orElseThrow();

    assertThat(longest)
        .isLessThanOrEqualTo(CAP.toNanos())
        .isGreaterThan(CAP.multipliedBy(9).dividedBy(10).toNanos());
  }

  @Test
  void spreadsClientsOverTheWholeTime() {
    long early =
        LongStream.range(0, 1_000)
            .map(_ -> backoff.nanos(12))
            .filter(nanos -> nanos < CAP.toNanos() / 2)
            .count();

    assertThat(early).isBetween(400L, 600L);
  }

  @Test
  void startsShort() {
    assertThat(backoff.nanos(1)).isLessThanOrEqualTo(Duration.ofMillis(250).toNanos());
  }
}
