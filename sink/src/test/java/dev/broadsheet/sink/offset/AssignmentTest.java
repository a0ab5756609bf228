package dev.broadsheet.sink.offset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.watch.Standing;
import java.util.List;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class AssignmentTest {
  private static final TopicPartition PARTITION = new TopicPartition("articles", 3);

  private final Assignment assignment = new Assignment();

  @Test
  void aPartitionIsBehindByWhatIsUnreadAndWhatHasNoOutcome() {
    assignment.assign(List.of(PARTITION));
    OffsetLedger ledger = assignment.ledger(PARTITION);
    ledger.read(7);
    ledger.read(8);
    ledger.settle(7);

    assertThat(assignment.standings(_ -> 40)).containsExactly(new Standing("articles-3", 8, 41));

    ledger.settle(8);
    ledger.readUpTo(11);
    assertThat(assignment.standings(_ -> 0)).containsExactly(new Standing("articles-3", 11, 0));
  }

  @Test
  void aPartitionThatWasGivenUpIsNobodysConcernHere() {
    assignment.assign(List.of(PARTITION));
    assignment.forget(List.of(PARTITION));

    assertThat(assignment.standings(_ -> 40)).isEmpty();
  }
}
