package dev.broadsheet.room.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class CachedTest {
  private final long[] nanos = {0};
  private int asked;
  private boolean silent;

  private final Cached<Integer, RuntimeException> cached =
      new Cached<>(
          Duration.ofSeconds(4),
          () -> nanos[0],
          () -> {
            if (silent) {
              throw new IllegalStateException("silent");
            }
            return ++asked;
          });

  @Test
  void asksOnceWithinItsAge() {
    assertThat(cached.get()).isEqualTo(1);
    nanos[0] = Duration.ofSeconds(4).toNanos() - 1;
    assertThat(cached.get()).isEqualTo(1);
  }

  @Test
  void asksAgainWhenItIsOlder() {
    assertThat(cached.get()).isEqualTo(1);
    nanos[0] = Duration.ofSeconds(4).toNanos();
    assertThat(cached.get()).isEqualTo(2);
  }

  @Test
  void keepsNoFailure() {
    silent = true;
    assertThatThrownBy(cached::get).isInstanceOf(IllegalStateException.class);
    silent = false;
    assertThat(cached.get()).isEqualTo(1);
  }
}
