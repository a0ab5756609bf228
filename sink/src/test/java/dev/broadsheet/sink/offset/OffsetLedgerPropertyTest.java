package dev.broadsheet.sink.offset;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class OffsetLedgerPropertyTest {
  /// Reads offsets with gaps and settles in any order, interleaved; a plain set is the model.
  @Property
  void commitsNeverPassAPendingRecordAndNeverGoBack(
      @ForAll @Size(min = 1, max = 200) List<@IntRange(max = 9) Integer> steps) {
    OffsetLedger ledger = new OffsetLedger();
    TreeSet<Long> pending = new TreeSet<>();
    long next = 0;
    long committed = -1;

    for (int step : steps) {
      if (step < 5 || pending.isEmpty()) {
        next += step % 3;
        ledger.read(next);
        pending.add(next);
        next++;
      } else {
        long offset = new ArrayList<>(pending).get(step * 31 % pending.size());
        pending.remove(offset);
        assertThat(ledger.settle(offset)).isTrue();
      }
      assertThat(ledger.committable()).isEqualTo(pending.isEmpty() ? next : pending.first());
      assertThat(ledger.committable()).isGreaterThanOrEqualTo(committed);
      assertThat(ledger.pending()).isEqualTo(pending.size());
      committed = ledger.committable();
    }
  }

  @Property
  void everythingReadAndSettledIsPassed(
      @ForAll @Size(min = 1, max = 100) List<@IntRange(max = 50) Integer> gaps,
      @ForAll @IntRange(max = 20) int markers) {
    OffsetLedger ledger = new OffsetLedger();
    List<Long> offsets = new ArrayList<>();
    long next = 0;
    for (int gap : gaps) {
      ledger.read(next + gap);
      offsets.add(next + gap);
      next += gap + 1;
    }
    ledger.readUpTo(next + markers);

    offsets.reversed().forEach(ledger::settle);

    assertThat(ledger.committable()).isEqualTo(next + markers);
  }
}
