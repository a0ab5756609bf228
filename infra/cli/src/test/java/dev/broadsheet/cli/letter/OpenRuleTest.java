package dev.broadsheet.cli.letter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contract.LedgerEntry;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OpenRuleTest {
  private static final String KEY = "xnrb/2025-03-20/01";
  private final OpenRule rule = new OpenRule();

  @Test
  void letterOfTheNewestRevisionIsOpen() {
    rule.ledger(KEY, entry(3));

    assertThat(rule.isOpen(letter(KEY, 3))).isTrue();
  }

  @Test
  void letterOfAnOlderRevisionIsClosed() {
    rule.ledger(KEY, entry(4));
    rule.ledger(KEY, entry(3));

    assertThat(rule.isOpen(letter(KEY, 3))).isFalse();
  }

  @Test
  void letterThatNamesNothingIsOpenUntilItIsClosedByHand() {
    assertThat(rule.isOpen(letter(null, 0))).isTrue();

    rule.closedByHand("broadsheet.issues.dlq/0/17");

    assertThat(rule.isOpen(letter(null, 0))).isFalse();
  }

  private static LedgerEntry entry(long revision) {
    return new LedgerEntry(revision, "0".repeat(64), 1, LedgerEntry.State.ACCEPTED);
  }

  private static Letter letter(String key, long revision) {
    return new Letter(
        Place.parse("broadsheet.issues.dlq/0/17"),
        Instant.EPOCH,
        new Letter.Cause("enrich", "failed", ""),
        key,
        key,
        revision);
  }
}
