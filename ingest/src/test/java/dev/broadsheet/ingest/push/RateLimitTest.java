package dev.broadsheet.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RateLimitTest {
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);
  private final RateLimit limit = new RateLimit(2, 3, now::get);

  @Test
  void letsABurstThroughAndThenASteadyRate() {
    assertThat(limit.take("a")).isZero();
    assertThat(limit.take("a")).isZero();
    assertThat(limit.take("a")).isZero();
    assertThat(limit.take("a")).isEqualTo(Duration.ofMillis(500));

    now.addAndGet(Duration.ofMillis(500).toNanos());

    assertThat(limit.take("a")).isZero();
    assertThat(limit.take("a")).isPositive();
  }

  @Test
  void keepsClientsApart() {
    for (int i = 0; i < 3; i++) {
      limit.take("a");
    }

    assertThat(limit.take("a")).isPositive();
    assertThat(limit.take("b")).isZero();
  }

  @Test
  void savesNoMoreThanOneBurst() {
    limit.take("a");
    now.addAndGet(Duration.ofDays(1).toNanos());

    for (int i = 0; i < 3; i++) {
      assertThat(limit.take("a")).isZero();
    }
    assertThat(limit.take("a")).isPositive();
  }
}
