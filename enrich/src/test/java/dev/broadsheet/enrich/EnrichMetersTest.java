package dev.broadsheet.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contract.RejectReason;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class EnrichMetersTest {
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final EnrichCounters counters = new EnrichCounters();

  private double issues(String outcome) {
    return meters.get("broadsheet.enrich.issues").tag("outcome", outcome).functionCounter().count();
  }

  @Test
  void countsIssuesByOutcomeAndArticlesAndReasons() {
    EnrichMeters.bind(meters, counters);

    counters.replaced(9);
    counters.repeated();
    counters.stale();
    counters.deadLettered(RejectReason.NO_ARTICLES);

    assertThat(issues("replaced")).isOne();
    assertThat(issues("repeated")).isOne();
    assertThat(issues("stale")).isOne();
    assertThat(issues("dead-lettered")).isOne();
    assertThat(meters.get("broadsheet.enrich.articles").functionCounter().count()).isEqualTo(9);
    assertThat(letters(RejectReason.NO_ARTICLES)).isOne();
    assertThat(letters(RejectReason.FAILED)).isZero();
  }

  private double letters(RejectReason reason) {
    return meters
        .get("broadsheet.dead.letters")
        .tag("reason", reason.code())
        .functionCounter()
        .count();
  }
}
