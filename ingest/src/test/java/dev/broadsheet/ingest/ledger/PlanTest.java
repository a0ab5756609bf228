package dev.broadsheet.ingest.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contract.LedgerEntry.State;
import dev.broadsheet.contract.RawIssue;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {
  private static final Instant NOW = Instant.parse("2025-03-20T00:00:00Z");

  private final LedgerIndex index = new LedgerIndex();

  @Test
  void givesTheFirstRevisionToANewIssue() {
    var plan = plan();

    var publication = plan.publish(Issues.of("a", "甲"), false);

    assertThat(publication).isEqualTo(new Publication(Publication.Kind.ACCEPTED, 1));
    assertThat(plan.writes())
        .singleElement()
        .satisfies(
            write -> {
              assertThat(write.issue().text()).isEqualTo("甲");
              assertThat(write.issue().receivedAt()).isEqualTo(NOW);
              assertThat(write.entry().state()).isEqualTo(State.ACCEPTED);
              assertThat(write.entry().size()).isEqualTo(3);
            });
  }

  @Test
  void writesNothingForTheSameBytes() {
    apply(plan -> plan.publish(Issues.of("a", "甲"), false));
    var plan = plan();

    assertThat(plan.publish(Issues.of("a", "甲"), false).kind())
        .isEqualTo(Publication.Kind.UNCHANGED);
    assertThat(plan.publish(Issues.of("a", "甲"), true).kind())
        .isEqualTo(Publication.Kind.UNCHANGED);
    assertThat(plan.writes()).isEmpty();
  }

  @Test
  void reissuesTheSameBytesOnceForTheRevisionThatFailed() {
    apply(plan -> plan.publish(Issues.of("a", "甲"), false));
    var plan = plan();
    var failed = new Reissue(Issues.of("a", "甲"), 1);

    assertThat(plan.reissue(failed)).hasValue(2);
    assertThat(plan.reissue(failed)).isEmpty();
    assertThat(plan.writes())
        .extracting(w -> w.issue().revision() + w.issue().text())
        .containsExactly("2甲");
  }

  @Test
  void reissuesNothingThatIsNewerOrWithdrawn() {
    apply(plan -> plan.publish(Issues.of("a", "甲"), false));
    apply(plan -> plan.publish(Issues.of("a", "乙"), false));
    apply(plan -> plan.publish(Issues.of("b", "甲"), false));
    apply(plan -> plan.withdraw("b", false));
    var plan = plan();

    assertThat(plan.reissue(new Reissue(Issues.of("a", "甲"), 1))).isEmpty();
    assertThat(plan.reissue(new Reissue(Issues.of("b", "甲"), 2))).isEmpty();
    assertThat(plan.writes()).isEmpty();
  }

  @Test
  void raisesTheRevisionForOtherBytesAlsoWithinABatch() {
    apply(plan -> plan.publish(Issues.of("a", "甲"), false));
    var plan = plan();

    plan.publish(Issues.of("a", "乙"), false);
    plan.publish(Issues.of("a", "乙"), false);
    plan.publish(Issues.of("a", "甲"), false);

    assertThat(plan.writes())
        .extracting(w -> w.issue().revision() + w.issue().text())
        .containsExactly("2乙", "3甲");
  }

  @Test
  void keepsTheHashOfTheLastTextWhenItWithdraws() {
    var issue = Issues.of("a", "甲");
    apply(plan -> plan.publish(issue, false));
    var plan = plan();

    var withdrawal = plan.withdraw("a", false);

    assertThat(withdrawal).isEqualTo(new Withdrawal(Withdrawal.Kind.WITHDRAWN, 2));
    RawIssue written = plan.writes().getFirst().issue();
    assertThat(written.withdrawn()).isTrue();
    assertThat(written.text()).isEmpty();
    assertThat(plan.writes().getFirst().entry().sha256()).isEqualTo(issue.origin().sha256());
    assertThat(plan.withdraw("a", false))
        .isEqualTo(new Withdrawal(Withdrawal.Kind.ALREADY_WITHDRAWN, 2));
  }

  @Test
  void bringsAWithdrawnIssueBackOnlyByOtherBytesOrOnRequest() {
    apply(plan -> plan.publish(Issues.of("a", "甲"), false));
    apply(plan -> plan.withdraw("a", false));

    assertThat(plan().publish(Issues.of("a", "甲"), false))
        .isEqualTo(new Publication(Publication.Kind.STILL_WITHDRAWN, 2));
    assertThat(plan().publish(Issues.of("a", "甲"), true))
        .isEqualTo(new Publication(Publication.Kind.REVISED, 3));
    assertThat(plan().publish(Issues.of("a", "乙"), false))
        .isEqualTo(new Publication(Publication.Kind.REVISED, 3));
  }

  @Test
  void writesNothingForAnUnknownKey() {
    var plan = plan();

    assertThat(plan.withdraw("a", false)).isEqualTo(new Withdrawal(Withdrawal.Kind.UNKNOWN, 0));
    assertThat(plan.writes()).isEmpty();
  }

  @Test
  void hidesTheFirstTextAfterAWithdrawalInAdvance() {
    apply(plan -> plan.withdraw("a", true));
    var first = plan();

    var publication = first.publish(Issues.of("a", "甲"), false);

    assertThat(publication).isEqualTo(new Publication(Publication.Kind.STILL_WITHDRAWN, 2));
    assertThat(first.writes()).singleElement().matches(w -> w.issue().withdrawn());
    first.writes().forEach(w -> index.apply(w.issue().key(), w.entry()));
    assertThat(plan().publish(Issues.of("a", "甲"), false))
        .isEqualTo(new Publication(Publication.Kind.STILL_WITHDRAWN, 2));
    assertThat(plan().publish(Issues.of("a", "乙"), false))
        .isEqualTo(new Publication(Publication.Kind.REVISED, 3));
  }

  @Test
  void recognisesItselfInALedger() {
    var plan = plan();
    plan.publish(Issues.of("a", "甲"), false);
    plan.publish(Issues.of("b", "乙"), false);

    assertThat(plan.isIn(index)).isFalse();
    plan.writes().forEach(w -> index.apply(w.issue().key(), w.entry()));
    assertThat(plan.isIn(index)).isTrue();
  }

  private Plan plan() {
    return new Plan(index, NOW);
  }

  private void apply(java.util.function.Consumer<Plan> step) {
    var plan = plan();
    step.accept(plan);
    List<Plan.Write> writes = plan.writes();
    writes.forEach(w -> index.apply(w.issue().key(), w.entry()));
  }
}
