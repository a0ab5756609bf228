package dev.broadsheet.sink.offset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class OffsetLedgerTest {
  private final OffsetLedger ledger = new OffsetLedger();

  @Test
  void hasNothingToCommitBeforeAnythingWasRead() {
    assertThat(ledger.committable()).isEqualTo(-1);
  }

  @Test
  void holdsCommitAtFirstPendingOffset() {
    ledger.read(5);
    ledger.read(6);
    ledger.read(7);

    ledger.settle(6);
    ledger.settle(7);

    assertThat(ledger.committable()).isEqualTo(5);
    assertThat(ledger.pending()).isEqualTo(1);
  }

  @Test
  void passesAllOnceTheLowestIsSettled() {
    ledger.read(5);
    ledger.read(6);
    ledger.settle(6);

    ledger.settle(5);

    assertThat(ledger.committable()).isEqualTo(7);
  }

  @Test
  void doesNotWaitForOffsetsThatTheLogDoesNotHold() {
    ledger.read(2);
    ledger.read(9);
    ledger.settle(2);

    assertThat(ledger.committable()).isEqualTo(9);
  }

  @Test
  void passesTrailingTransactionMarkersWhenAllIsSettled() {
    ledger.read(2);
    ledger.readUpTo(4);

    assertThat(ledger.committable()).isEqualTo(2);
    ledger.settle(2);
    assertThat(ledger.committable()).isEqualTo(4);
  }

  @Test
  void refusesASecondOutcome() {
    ledger.read(1);
    ledger.settle(1);

    assertThatIllegalStateException().isThrownBy(() -> ledger.settle(1));
  }

  @Test
  void refusesOffsetsThatGoBack() {
    ledger.read(3);

    assertThatIllegalArgumentException().isThrownBy(() -> ledger.read(3));
  }

  @Test
  void ignoresOutcomesOfAPartitionThatWasGivenUp() {
    ledger.read(1);

    ledger.forget();

    assertThat(ledger.settle(1)).isFalse();
    assertThat(ledger.pending()).isZero();
  }
}
