package dev.broadsheet.watch;

import dev.broadsheet.contract.access.Listener;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.File;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a stage shows of itself: its meters, its health, and the listener that shows them. Without
/// a listener all of it costs nothing and counts nothing. Any thread may use it.
public final class Watch implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Watch.class);
  private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

  private final MeterRegistry meters;
  private final Health health;
  private final boolean on;

  /// In the order of opening; guarded by this object.
  private final Deque<Binding> open = new ArrayDeque<>();

  private Optional<InetSocketAddress> address = Optional.empty();

  private Watch(MeterRegistry meters, Health health, boolean on) {
    this.meters = meters;
    this.health = health;
    this.on = on;
  }

  /// Something that is shown until it is closed.
  public interface Binding extends AutoCloseable {
    /// Shows it no more.
    @Override
    void close();
  }

  /// Shows nothing.
  public static Watch off() {
    return new Watch(new CompositeMeterRegistry(), new Health(InstantSource.system()), false);
  }

  /// Opens the listener that the settings ask for.
  ///
  /// @param stage name of the stage; a label of every metric
  /// @throws IllegalArgumentException when the port is taken
  public static Watch start(String stage, WatchConfig config) {
    if (config.listener().isEmpty()) {
      return off();
    }
    var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    registry.config().commonTags("stage", stage);
    var watch = new Watch(registry, new Health(InstantSource.system()), true);
    Listener wanted = config.listener().get();
    try {
      var server =
          new WatchServer(wanted, new WatchServer.Shown(stage, registry::scrape, watch.health));
      watch.open.push(server::close);
      watch.address = Optional.of(server.address());
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "metrics.port: %s is taken: %s".formatted(wanted.address(), e.getMessage()), e);
    }
    watch.bindProcess();
    watch.follow();
    log.atInfo().addKeyValue("address", watch.address.get()).log("Metrics and health are shown");
    return watch;
  }

  /// Where counters and timers of the stage go.
  public MeterRegistry meters() {
    return meters;
  }

  /// Where the stage tells how it gets on.
  public Health health() {
    return health;
  }

  /// Address of the listener, with the port that it has; empty when there is none.
  public Optional<InetSocketAddress> address() {
    return address;
  }

  /// Shows meters of somebody else's, such as those of a Kafka client, until the binding is closed.
  ///
  /// @param binder made only when something is shown
  public Binding bind(Supplier<? extends MeterBinder> binder) {
    if (!on) {
      return () -> {};
    }
    MeterBinder made = binder.get();
    made.bindTo(meters);
    return () -> close(made);
  }

  /// Shows how much room there is where a folder is, or will be.
  public Binding disk(Path folder) {
    Path there = folder.toAbsolutePath().normalize();
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    File seen = there.toFile();
    return bind(() -> new DiskSpaceMetrics(seen));
  }

  private void bindProcess() {
    List<Supplier<MeterBinder>> all =
        List.of(
            ClassLoaderMetrics::new,
            JvmGcMetrics::new,
            JvmMemoryMetrics::new,
            JvmThreadMetrics::new,
            FileDescriptorMetrics::new,
            ProcessorMetrics::new,
            UptimeMetrics::new);
    all.forEach(one -> open.push(bind(one)));
  }

  // Readiness is a matter of time, so that somebody has to look whether or not anybody asks.
  private void follow() {
    Gauge.builder("broadsheet.ready", health, h -> h.look().ready() ? 1 : 0)
        .description("1 while the stage gets on, 0 while it does not")
        .register(meters);
    MultiGauge behind =
        MultiGauge.builder("broadsheet.behind")
            .description("what is left to do, by part of the work: records of a partition")
            .register(meters);
    ScheduledExecutorService ticker =
        Executors.newSingleThreadScheduledExecutor(
            task -> Thread.ofPlatform().daemon().name("watch").unstarted(task));
    ScheduledFuture<?> _ =
        ticker.scheduleWithFixedDelay(
            () -> look(behind), 0, LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
    open.push(ticker::shutdownNow);
  }

  private void look(MultiGauge behind) {
    try {
      behind.register(
          health.look().parts().stream()
              .map(p -> MultiGauge.Row.of(Tags.of("part", p.part()), p.behind()))
              .toList(),
          true);
    } catch (RuntimeException e) {
      // A source that fails once, while its client closes, must not end the looking.
      log.atWarn().addKeyValue("reason", e.toString()).log("Health could not be looked at");
    }
  }

  private static void close(MeterBinder binder) {
    if (binder instanceof AutoCloseable closeable) {
      try {
        closeable.close();
      } catch (Exception e) {
        log.atWarn().addKeyValue("reason", e.toString()).log("Meters did not close");
      }
    }
  }

  @Override
  public void close() {
    open.forEach(Binding::close);
    open.clear();
    meters.close();
  }
}
