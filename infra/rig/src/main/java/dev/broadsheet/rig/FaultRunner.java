package dev.broadsheet.rig;

import dev.broadsheet.rig.plan.Component;
import dev.broadsheet.rig.plan.Fault;
import dev.broadsheet.rig.plan.Victim;
import dev.broadsheet.rig.process.Fleet;
import dev.broadsheet.rig.proxy.ProxyMode;
import dev.broadsheet.rig.proxy.TcpProxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;

/// Does faults, and heals each by itself: what was killed is started again at once, what was
/// stopped goes on when its time is over. Faults of one process follow one another.
final class FaultRunner {
  private static final Executor THREADS = work -> Thread.ofVirtual().name("fault").start(work);

  private final Fleet fleet;
  private final Map<Victim, CompletableFuture<Void>> running = new ConcurrentHashMap<>();
  private final List<Victim> ended = new ArrayList<>();

  FaultRunner(Fleet fleet) {
    this.fleet = fleet;
  }

  /// Does the bad part of a fault and returns; the healing goes on beside.
  void begin(Fault fault) {
    switch (fault) {
      case Fault.Kill(var victim) -> {
        awaitHealed(victim);
        fleet.process(victim).kill();
        heal(victim, () -> fleet.restart(victim));
      }
      case Fault.Pause(var victim, var time) -> {
        awaitHealed(victim);
        fleet.process(victim).suspend();
        heal(
            victim,
            () -> {
              sleep(time);
              fleet.process(victim).resume();
            });
      }
      case Fault.Restart(var victim) -> {
        awaitHealed(victim);
        heal(victim, () -> fleet.restart(victim));
      }
      case Fault.Disturb(var server, var mode, var time) -> {
        var victim = new Victim(server, 1);
        TcpProxy proxy = server == Component.BROKER ? fleet.brokerProxy() : fleet.nodeProxy();
        awaitHealed(victim);
        proxy.set(mode);
        heal(
            victim,
            () -> {
              sleep(time);
              proxy.set(new ProxyMode.Pass());
            });
      }
    }
  }

  /// Waits until all faults are healed.
  ///
  /// @return what did not come back
  List<String> awaitHealed() {
    var failures = new ArrayList<String>();
    running.forEach(
        (victim, healing) -> {
          try {
            healing.join();
          } catch (CompletionException e) {
            failures.add("%s: %s".formatted(victim, e.getCause()));
          }
        });
    running.clear();
    return failures;
  }

  /// Says, before a process is killed elsewhere, that it will be started again there.
  void willHeal(Victim victim, CompletableFuture<Void> healing) {
    running.put(victim, healing);
  }

  /// Starts stages that have ended by themselves, as a supervisor would; for the thread that does
  /// the faults.
  void superviseStages() {
    for (Victim stage : fleet.stages()) {
      // In this order: who kills says so first.
      boolean alive = fleet.process(stage).isAlive();
      var healing = running.get(stage);
      if (!alive && (healing == null || healing.isDone())) {
        ended.add(stage);
        heal(stage, () -> fleet.restart(stage));
      }
    }
  }

  /// Stages that had ended by themselves and were started again, in their order.
  List<Victim> ended() {
    return List.copyOf(ended);
  }

  private void awaitHealed(Victim victim) {
    var healing = running.get(victim);
    if (healing != null) {
      healing.join();
    }
  }

  private void heal(Victim victim, Runnable work) {
    running.put(victim, CompletableFuture.runAsync(work, THREADS));
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
