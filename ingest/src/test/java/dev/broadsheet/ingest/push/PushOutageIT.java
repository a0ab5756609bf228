package dev.broadsheet.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contract.RawIssue;
import dev.broadsheet.ingest.Broker;
import dev.broadsheet.ingest.push.PushRig.Reply;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("stack")
@Timeout(300)
class PushOutageIT {
  @Test
  void answersOnlyWhatKafkaHasAcknowledged() throws Exception {
    var target = Broker.fresh("away");
    try (var rig = new PushRig(target, Map.of("push.answer.ms", "1500"))) {
      assertThat(rig.put("before", "文").status()).isEqualTo(201);
      Broker.stack().broker().kill();
      Reply away = rig.put("during", "文");
      Broker.stack().broker().restart();

      assertThat(away.status()).isEqualTo(503);
      assertThat(away.code()).isEqualTo("kafka");
      assertThat(away.headers()).containsKey("Retry-After");
      Reply after = rig.put("during", "文");
      for (int i = 0; i < 60 && after.status() == 503; i++) {
        after = rig.put("during", "文");
      }
      assertThat(after.status()).isIn(200, 201);
    }
    assertThat(Broker.issues(target))
        .extracting(RawIssue::key)
        .containsExactlyInAnyOrder("before", "during");
  }
}
