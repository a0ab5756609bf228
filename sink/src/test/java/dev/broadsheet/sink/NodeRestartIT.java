package dev.broadsheet.sink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.sink.rig.Documents;
import dev.broadsheet.sink.rig.Servers;
import dev.broadsheet.sink.rig.SinkRig;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/// The sink while its node is killed and started again. Nothing else may need the node meanwhile.
@Tag("stack")
@Isolated
@Timeout(120)
class NodeRestartIT {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private SinkRig rig;

  @BeforeEach
  void open(TestInfo test) throws Exception {
    rig = new SinkRig(test.getTestMethod().orElseThrow().getName());
    rig.install();
  }

  @AfterEach
  void close() throws Exception {
    rig.close();
  }

  @Test
  void keepsAWithdrawnArticleWithdrawn() throws Exception {
    rig.sendArticles("jw/01", 1, 2);
    rig.send("jw/01#1", 2, Documents.article("jw/01#1", 2, it -> it.put("withdrawn", true)));
    rig.flush();
    SinkRig.Running sink = rig.start();
    rig.awaitLagZero();
    assertThat(rig.searchable()).isEqualTo(1);
    sink.stop();

    rig.client().indices().flush(request -> request.index(rig.names.writeAlias()));
    Servers.stack().node().restart();
    rig.rewind();
    // What comes last is the old revision: of a deleted document the node would know nothing now.
    rig.send("jw/01#1", 1, Documents.article("jw/01#1", 1));
    rig.flush();
    rig.start();
    rig.awaitLagZero();

    assertThat(rig.searchable()).isEqualTo(1);
    assertThat(rig.documents()).hasSize(2);
    assertThat(rig.documents().get("jw/01#1").version()).isEqualTo(2);
  }

  @Test
  void waitsForANodeThatIsAwayAndKeepsItsPlace() throws Exception {
    rig.with("sink.bulk.bytes", "20000");
    rig.sendArticles("jw/01", 1, 50);
    SinkRig.Running sink = rig.start();
    rig.awaitLagZero();
    String member = member();

    Servers.stack().node().kill();
    rig.sendArticles("jw/02", 1, 500);
    await().atMost(PATIENCE).until(() -> sink.totals().pending() > 0);
    await()
        .during(Duration.ofSeconds(3))
        .atMost(Duration.ofSeconds(20))
        .until(() -> sink.totals().pending() > 0 && !sink.ended());
    long readWhileAway = sink.totals().read();
    Servers.stack().node().restart();
    rig.awaitLagZero();

    assertThat(readWhileAway).as("records held while the node is away").isLessThan(550);
    assertThat(member()).isEqualTo(member);
    assertThat(rig.documents()).hasSize(550);
    assertThat(rig.reasons()).isEmpty();
  }

  private String member() throws Exception {
    var group = rig.config().group();
    var members =
        rig.admin
            .describeConsumerGroups(List.of(group))
            .describedGroups()
            .get(group)
            .get()
            .members();
    assertThat(members).hasSize(1);
    return members.iterator().next().consumerId();
  }
}
