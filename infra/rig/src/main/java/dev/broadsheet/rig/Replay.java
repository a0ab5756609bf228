package dev.broadsheet.rig;

import dev.broadsheet.contract.Topics;
import dev.broadsheet.rig.check.GroupWatch;
import dev.broadsheet.rig.check.Quiet;
import dev.broadsheet.rig.check.Violation;
import dev.broadsheet.rig.plan.Component;
import dev.broadsheet.rig.plan.Victim;
import dev.broadsheet.rig.process.Fleet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/// Runs everything again from the beginning: the node is restarted after a flush, `enrich` loses
/// its offsets and all of its state, `sink` loses its offsets. Not one document may be written.
final class Replay {
  private static final String REPLAY = "I12 replay";
  private static final int GROUP_TRIES = 40;
  private static final int SHOWN = 20;

  private final Fleet fleet;
  private final Admin admin;
  private final GroupWatch groups;
  private final Topics topics;

  Replay(Fleet fleet, Admin admin, GroupWatch groups, Topics topics) {
    this.fleet = fleet;
    this.admin = admin;
    this.groups = groups;
    this.topics = topics;
  }

  /// Resets and waits until all is done again.
  ///
  /// @param meanwhile what is done between two looks
  List<Violation> run(Quiet quiet, Duration limit, Runnable meanwhile) {
    var stages = fleet.stages().stream().filter(v -> v.component() != Component.INGEST).toList();
    stages.forEach(v -> fleet.process(v).stop());
    groups.forget();
    delete(Quiet.enrichGroup(topics));
    delete(Quiet.sinkGroup(topics));
    deleteState();
    // An orderly end flushes: what the node knew of versions in memory only is gone.
    fleet.process(new Victim(Component.NODE, 1)).restart();
    groups.resume();
    stages.forEach(fleet::restart);
    return quiet.await(limit, meanwhile)
        ? List.of()
        : List.of(new Violation(REPLAY, "pipeline", "is not done in time"));
  }

  /// What differs between two states of an index that must be one.
  static List<Violation> compare(IndexSnapshot before, IndexSnapshot after) {
    var violations = new ArrayList<Violation>();
    var ids = new TreeSet<>(before.writes().keySet());
    ids.addAll(after.writes().keySet());
    for (String id : ids) {
      var was = before.writes().get(id);
      var is = after.writes().get(id);
      if (was == null || !was.equals(is)) {
        violations.add(new Violation(REPLAY, id, "was write %s and is %s".formatted(was, is)));
      }
    }
    return violations.size() > SHOWN ? violations.subList(0, SHOWN) : violations;
  }

  /// A group can be deleted when the last member has left, which the broker may notice late.
  private void delete(String group) {
    for (int i = 1; true; i++) {
      try {
        admin.deleteConsumerGroups(List.of(group)).all().get();
        return;
      } catch (ExecutionException e) {
        if (i == GROUP_TRIES) {
          throw new IllegalStateException("group %s cannot be reset".formatted(group), e);
        }
        sleep();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  private void deleteState() {
    try {
      admin.deleteTopics(List.of(Quiet.enrichGroup(topics) + "-issues-changelog")).all().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the changelog cannot be deleted", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    fleet.stages().stream()
        .filter(v -> v.component() == Component.ENRICH)
        .map(fleet::stateFolder)
        .forEach(Replay::deleteFolder);
  }

  private static void deleteFolder(Path folder) {
    if (!Files.exists(folder)) {
      return;
    }
    try (var all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void sleep() {
    try {
      Thread.sleep(Duration.ofMillis(500));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
