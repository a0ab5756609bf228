package dev.broadsheet.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class RunRecordTest {
  private static final ProcessHandle SELF = ProcessHandle.current();
  private static final Instant STARTED = SELF.info().startInstant().orElseThrow();

  @Test
  void doesNotTakeRecycledPidForRecordedProcess() {
    var entry = entry(SELF.pid(), STARTED.minusSeconds(3600), "f3a1-not-on-any-command-line");

    var found = entry.find();

    assertThat(found).isEmpty();
  }

  @Test
  void doesNotTakeProcessStartedAtTheSameTimeForRecordedProcess() {
    var entry = entry(SELF.pid(), STARTED, "f3a1-not-on-any-command-line");

    var found = entry.find();

    assertThat(found).isEmpty();
  }

  @Test
  void findsProcessByItsTokenAlthoughTheClockWasSet() {
    String token = SELF.info().commandLine().orElseThrow().substring(0, 12);
    var entry = entry(SELF.pid(), STARTED.minusSeconds(3600), token);

    var found = entry.find();

    assertThat(found).contains(SELF);
  }

  @Test
  void findsNothingForPidThatDoesNotExist() {
    var entry = entry(Integer.MAX_VALUE, STARTED, "any");

    var found = entry.find();

    assertThat(found).isEmpty();
  }

  @Test
  void tellsOrphanFromProcessWithLivingOwner() {
    long owner = SELF.parent().orElseThrow().pid();

    var owned = new RunRecord("x", SELF.pid(), STARTED, "t", Lifecycle.OWNED, owner);
    var orphan = new RunRecord("x", SELF.pid(), STARTED, "t", Lifecycle.OWNED, owner + 1);

    assertThat(owned.isOrphan(SELF)).isFalse();
    assertThat(orphan.isOrphan(SELF)).isTrue();
  }

  private static RunRecord entry(long pid, Instant startedAt, String token) {
    return new RunRecord("broker", pid, startedAt, token, Lifecycle.DETACHED, 1);
  }
}
