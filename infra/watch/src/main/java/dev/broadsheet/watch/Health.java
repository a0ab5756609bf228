package dev.broadsheet.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/// Whether a stage lives and whether it gets on. Ready means progress: it has begun to work, and no
/// part of the work has something left to do and has not moved for a minute.
///
/// Any thread may call anything here; what is supplied must be safe for that, too.
public final class Health {
  /// So long a part may stand still with work before it.
  public static final Duration PATIENCE = Duration.ofSeconds(60);

  /// So long the thread that does the work may say nothing. It is longer than any single call of a
  /// Kafka client may block.
  static final Duration SILENCE = Duration.ofMinutes(2);

  private final InstantSource clock;
  private final Map<String, Supplier<List<Standing>>> sources = new ConcurrentSkipListMap<>();
  private final AtomicReference<Instant> lastBeat = new AtomicReference<>(Instant.MAX);
  private final AtomicReference<BooleanSupplier> alive = new AtomicReference<>(() -> true);
  private volatile boolean begun;

  /// What was seen of each part; guarded by this object.
  private Map<String, Seen> seen = new TreeMap<>();

  private record Seen(Standing standing, Instant since) {
    /// Whether there was work before, there is work now, and none of it was done.
    boolean standsAs(Standing now) {
      return standing.done() == now.done() && standing.behind() > 0 && now.behind() > 0;
    }
  }

  /// @param clock tells how long nothing moved
  public Health(InstantSource clock) {
    this.clock = clock;
  }

  /// How a part of the work is.
  ///
  /// @param idle how long nothing of it was finished although there was work
  public record Part(String part, long behind, Duration idle) {
    /// Whether it stands still.
    public boolean stalled() {
      return behind > 0 && idle.compareTo(PATIENCE) >= 0;
    }
  }

  /// How the stage is.
  ///
  /// @param live whether the process is of use; if not, start it again
  /// @param begun whether it has begun to work
  /// @param parts in the order of their names
  public record Report(boolean live, boolean begun, List<Part> parts) {
    /// Whether it works and gets on.
    public boolean ready() {
      return live && begun && parts.stream().noneMatch(Part::stalled);
    }
  }

  /// The stage has begun to work.
  public void begun() {
    begun = true;
  }

  /// The thread that does the work is still there. From the first call on, silence is death.
  public void beat() {
    lastBeat.set(clock.instant());
  }

  /// Adds a condition without which the process is of no use.
  public void liveWhile(BooleanSupplier condition) {
    alive.set(condition);
  }

  /// Follows parts of the work from now on; a name that was given before is replaced.
  public void follow(String name, Supplier<List<Standing>> standings) {
    sources.put(name, standings);
  }

  /// Looks at every part. Time counts between looks, so somebody must look every few seconds.
  public Report look() {
    List<Standing> standings = new ArrayList<>();
    sources.values().forEach(source -> standings.addAll(source.get()));
    return new Report(isLive(), begun, judged(standings));
  }

  private synchronized List<Part> judged(List<Standing> standings) {
    Instant now = clock.instant();
    Map<String, Seen> next = new TreeMap<>();
    for (Standing standing : standings) {
      Seen before = seen.get(standing.part());
      Instant since = before != null && before.standsAs(standing) ? before.since() : now;
      next.put(standing.part(), new Seen(standing, since));
    }
    seen = next;
    return next.values().stream()
        .map(
            s ->
                new Part(
                    s.standing().part(), s.standing().behind(), Duration.between(s.since(), now)))
        .toList();
  }

  private boolean isLive() {
    Instant beat = lastBeat.get();
    boolean silent = clock.instant().minus(SILENCE).isAfter(beat);
    return !silent && alive.get().getAsBoolean();
  }
}
