package dev.broadsheet.sink;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contract.RejectReason;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class SinkMetersTest {
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final List<ConsumerRecord<byte[], byte[]>> searchable = new ArrayList<>();
  private final SinkCounters counters = new SinkCounters(searchable::add);

  private double articles(String outcome) {
    return meters.get("broadsheet.sink.articles").tag("outcome", outcome).functionCounter().count();
  }

  private double letters(RejectReason reason) {
    return meters
        .get("broadsheet.dead.letters")
        .tag("reason", reason.code())
        .functionCounter()
        .count();
  }

  @Test
  void everyArticleHasOneOutcome() {
    SinkMeters.bind(meters, counters);
    var record = new ConsumerRecord<byte[], byte[]>("articles", 0, 1, new byte[0], new byte[0]);
    for (int i = 0; i < 5; i++) {
      counters.read();
    }

    counters.indexed(record);
    counters.superseded();
    counters.deadLettered(RejectReason.MAPPING);
    counters.handedOver(1);

    assertThat(articles("indexed")).isOne();
    assertThat(articles("superseded")).isOne();
    assertThat(articles("dead-lettered")).isOne();
    assertThat(articles("handed-over")).isOne();
    assertThat(meters.get("broadsheet.sink.pending").gauge().value()).isOne();
    assertThat(searchable).containsExactly(record);
  }

  @Test
  void deadLettersAreCountedByReason() {
    SinkMeters.bind(meters, counters);

    counters.deadLettered(RejectReason.MAPPING);
    counters.deadLettered(RejectReason.MAPPING);
    counters.deadLettered(RejectReason.DECODE);

    assertThat(letters(RejectReason.MAPPING)).isEqualTo(2);
    assertThat(letters(RejectReason.DECODE)).isOne();
    assertThat(letters(RejectReason.KEY)).isZero();
  }
}
