package dev.broadsheet.ingest.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.contract.Digests;
import dev.broadsheet.contract.LedgerEntry;
import dev.broadsheet.contract.LedgerEntry.State;
import dev.broadsheet.contract.RawIssue;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class LedgerIndexTest {
  private final LedgerIndex index = new LedgerIndex();

  @Property
  void givesBackWhatItTook(
      @ForAll String key,
      @ForAll byte[] content,
      @ForAll @LongRange(min = 1, max = RawIssue.MAX_REVISION) long revision,
      @ForAll State state) {
    var entry = new LedgerEntry(revision, Digests.sha256(content), content.length, state);
    var fresh = new LedgerIndex();

    fresh.apply(key, entry);

    assertThat(fresh.find(key)).contains(entry);
  }

  @Test
  void isNotMovedBackByAnOlderRevision() {
    var newer = new LedgerEntry(3, Digests.sha256(new byte[3]), 3, State.WITHDRAWN);
    index.apply("a", newer);

    index.apply("a", new LedgerEntry(2, Digests.sha256(new byte[2]), 2, State.ACCEPTED));

    assertThat(index.find("a")).contains(newer);
  }

  @Test
  void startsAnewAfterAPurge() {
    index.apply("a", new LedgerEntry(7, Digests.sha256(new byte[7]), 7, State.ACCEPTED));

    index.forget("a");
    index.forget("b");

    assertThat(index.find("a")).isEmpty();
    var first = new LedgerEntry(1, Digests.sha256(new byte[1]), 1, State.ACCEPTED);
    index.apply("a", first);
    assertThat(index.find("a")).contains(first);
  }

  @Test
  void refusesWhatIsNoHash() {
    assertThatThrownBy(() -> index.apply("a", new LedgerEntry(1, "abc", 1, State.ACCEPTED)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void takesAtMost130BytesForAKey() {
    int keys = 200_000;
    for (int i = 0; i < keys; i++) {
      String key = "paper/%d".formatted(i);
      index.apply(
          key,
          new LedgerEntry(
              1,
              Digests.sha256(key.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
              9,
              State.ACCEPTED));
    }

    assertThat(index.size()).isEqualTo(keys);
    assertThat(index.bytes() / keys).isBetween(80L, 130L);
  }
}
