package dev.broadsheet.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contract.HeaderNames;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class SearchDelayTest {
  private static final Instant NOW = Instant.parse("2031-05-06T08:00:00Z");

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final SearchDelay delay = new SearchDelay(meters, () -> NOW);

  private static ConsumerRecord<byte[], byte[]> receivedAt(String instant) {
    var record = new ConsumerRecord<byte[], byte[]>("articles", 0, 1, new byte[0], new byte[0]);
    record.headers().add(HeaderNames.RECEIVED_AT, instant.getBytes(StandardCharsets.UTF_8));
    return record;
  }

  private Timer timer() {
    return meters.get("broadsheet.searchable.delay").timer();
  }

  @Test
  void timesFromReceiptToTheIndex() {
    delay.accept(receivedAt("2031-05-06T07:59:57.500Z"));

    assertThat(timer().count()).isOne();
    assertThat(timer().totalTime(TimeUnit.MILLISECONDS)).isEqualTo(2_500);
  }

  @Test
  void aClockThatIsAheadCountsAsNoTime() {
    delay.accept(receivedAt("2031-05-06T08:00:09Z"));

    assertThat(timer().count()).isOne();
    assertThat(timer().totalTime(TimeUnit.MILLISECONDS)).isZero();
  }

  @Test
  void timesNothingThatTellsNoInstant() {
    delay.accept(receivedAt("yesterday"));
    delay.accept(new ConsumerRecord<>("articles", 0, 2, new byte[0], new byte[0]));

    assertThat(timer().count()).isZero();
  }
}
