package dev.broadsheet.rig;

import dev.broadsheet.rig.check.TopicWatch;
import dev.broadsheet.rig.feed.Door;
import dev.broadsheet.rig.process.Fleet;
import java.time.Duration;

/// The entrance of a pipeline of processes.
final class PipelineDoor implements Door {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(2);
  private static final int WITHDRAWALS = 20;

  private final Fleet fleet;
  private final TopicWatch topics;
  private final Runnable supervision;

  /// @param supervision what is done now and then while it waits
  PipelineDoor(Fleet fleet, TopicWatch topics, Runnable supervision) {
    this.fleet = fleet;
    this.topics = topics;
    this.supervision = supervision;
  }

  @Override
  public void awaitTaken(String key, long revision) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!topics.await(
        t -> t.ledger(key).filter(entry -> entry.revision() >= revision).isPresent(), LOOK_EVERY)) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException(
            "issue %s was not taken in at revision %d within %d s"
                .formatted(key, revision, PATIENCE.toSeconds()));
      }
      supervision.run();
    }
  }

  @Override
  public void withdraw(String key) {
    for (int i = 0; i < WITHDRAWALS; i++) {
      if (fleet.command("withdraw", key) == 0) {
        return;
      }
    }
    throw new IllegalStateException("issue %s cannot be withdrawn".formatted(key));
  }
}
