package dev.broadsheet.rig.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/// Asks for the committed offsets of consumer groups five times a second, and notices when one goes
/// backwards. A thread of its own asks; any thread may look.
public final class GroupWatch implements AutoCloseable {
  private static final Duration EVERY = Duration.ofMillis(200);

  private final Admin admin;
  private final List<String> groups;
  private final Thread thread;
  private final Map<String, Map<TopicPartition, Long>> committed = new HashMap<>();
  private final List<Violation> violations = new ArrayList<>();
  private volatile boolean closed;
  private boolean resetAllowed;
  private long samples;
  private long missed;

  private GroupWatch(Admin admin, List<String> groups) {
    this.admin = admin;
    this.groups = List.copyOf(groups);
    this.thread = Thread.ofVirtual().name("group-watch").unstarted(this::run);
  }

  /// Starts to watch.
  ///
  /// @param admin stays open until this is closed; belongs to the caller
  public static GroupWatch start(Admin admin, List<String> groups) {
    var watch = new GroupWatch(admin, groups);
    watch.thread.start();
    return watch;
  }

  /// The offsets that a group has committed, as last seen.
  public synchronized Map<TopicPartition, Long> committed(String group) {
    return Map.copyOf(committed.getOrDefault(group, Map.of()));
  }

  /// How often the offsets were seen.
  public synchronized long samples() {
    return samples;
  }

  /// How often the broker did not answer.
  public synchronized long missed() {
    return missed;
  }

  /// What went backwards.
  public synchronized List<Violation> violations() {
    return List.copyOf(violations);
  }

  /// Forgets the offsets, before an operator resets them.
  public synchronized void forget() {
    committed.clear();
    resetAllowed = true;
  }

  /// Watches on after a reset.
  public synchronized void resume() {
    committed.clear();
    resetAllowed = false;
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void run() {
    try {
      while (!closed) {
        for (String group : groups) {
          look(group);
        }
        Thread.sleep(EVERY);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void look(String group) throws InterruptedException {
    try {
      var offsets = admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
      var plain = new HashMap<TopicPartition, Long>();
      offsets.forEach(
          (partition, offset) -> {
            if (offset != null) {
              plain.put(partition, offset.offset());
            }
          });
      take(group, plain);
    } catch (ExecutionException e) {
      // The broker is away; the next look tells more.
      miss();
    }
  }

  private synchronized void miss() {
    missed++;
  }

  private synchronized void take(String group, Map<TopicPartition, Long> now) {
    samples++;
    var before = committed.computeIfAbsent(group, _ -> new HashMap<>());
    now.forEach(
        (partition, offset) -> {
          Long last = before.put(partition, offset);
          if (last != null && offset < last && !resetAllowed) {
            violations.add(
                new Violation(
                    "I5 offsets",
                    "%s %s".formatted(group, partition),
                    "went from %d back to %d".formatted(last, offset)));
          }
        });
  }
}
