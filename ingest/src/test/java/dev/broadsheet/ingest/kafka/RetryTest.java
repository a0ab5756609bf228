package dev.broadsheet.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.contract.Unreachable;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class RetryTest {
  private final Unreachable failure = new Unreachable("gone");

  @Test
  void endsWithTheFailureWhenPatienceEnds() {
    var retry = new Retry(new Patience(Duration.ofMillis(1), () -> false), new Random(1));

    assertThatThrownBy(
            () -> {
              while (true) {
                retry.pause(failure);
              }
            })
        .isSameAs(failure);
  }

  @Test
  void endsWhenItIsStopped() {
    var stopped = new AtomicBoolean();
    var retry = new Retry(Patience.until(stopped::get), new Random(1));

    assertThatCode(() -> retry.pause(failure)).doesNotThrowAnyException();
    assertThat(retry.attempts()).isEqualTo(1);
    stopped.set(true);
    assertThatThrownBy(() -> retry.pause(failure)).isSameAs(failure);
  }
}
