package dev.broadsheet.rig;

import dev.broadsheet.rig.plan.Victim;
import dev.broadsheet.rig.process.Fleet;
import dev.broadsheet.rig.proxy.Moment;
import dev.broadsheet.rig.proxy.MomentListener;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/// Kills a process at a point of its conversations, once.
final class KillAtMoment {
  private KillAtMoment() {}

  /// Waits for the point from now on.
  ///
  /// @return done when the process is ready again; failed when it cannot be started
  static CompletableFuture<Void> arm(
      Fleet fleet, FaultRunner faults, Victim victim, Predicate<Moment> point) {
    var restarted = new CompletableFuture<Void>();
    var once = new AtomicBoolean();
    MomentListener listener =
        moment -> {
          if (!point.test(moment) || !once.compareAndSet(false, true)) {
            return false;
          }
          faults.willHeal(victim, restarted);
          fleet.process(victim).kill();
          Thread.ofVirtual().name("restart").start(() -> restart(fleet, victim, restarted));
          return true;
        };
    fleet.brokerProxy().tell(listener);
    fleet.nodeProxy().tell(listener);
    return restarted;
  }

  private static void restart(Fleet fleet, Victim victim, CompletableFuture<Void> restarted) {
    try {
      fleet.restart(victim);
      restarted.complete(null);
    } catch (RuntimeException e) {
      restarted.completeExceptionally(e);
    }
  }
}
