package dev.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.rig.PageGenerator;
import dev.broadsheet.rig.Trial;
import dev.broadsheet.rig.plan.Component;
import dev.broadsheet.rig.plan.Fault;
import dev.broadsheet.rig.plan.Victim;
import dev.broadsheet.rig.process.FleetOptions;
import dev.broadsheet.rig.proxy.HttpAnswer;
import dev.broadsheet.rig.proxy.ProxyMode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Faults one by one, each with a check of everything after it. They share a pipeline: what one
/// leaves behind, the next would show.
@Tag("stack")
@Tag("long")
@Timeout(420)
class FaultsIT {
  /// With `-Plong` each lasts long enough to cross every limit of the clients.
  private static final boolean LONG = Boolean.getBoolean("chaos.long");

  private static final Victim BROKER = new Victim(Component.BROKER, 1);

  @TempDir private static Path folder;
  private static Trial trial;

  @BeforeAll
  static void start() {
    trial =
        Trial.start(
            7,
            new PageGenerator(7),
            FleetOptions.of(folder.resolve("data"))
                .withSettings(
                    Map.of(
                        "sink.request.timeout.ms", "3000",
                        "sink.retry.cap.ms", "3000")));
    trial.feeder().offer(10);
    assertThat(trial.settle()).isEmpty();
  }

  @AfterAll
  static void stop() {
    if (trial != null) {
      trial.close();
    }
  }

  static Stream<Fault> processes() {
    // Past the session time-out of ten seconds, and past the transaction time-out.
    Duration time = Duration.ofSeconds(LONG ? 60 : 12);
    return Stream.of(
        new Fault.Pause(new Victim(Component.INGEST, 1), time),
        new Fault.Pause(new Victim(Component.ENRICH, 1), time),
        new Fault.Pause(new Victim(Component.SINK, 1), time),
        new Fault.Pause(BROKER, time),
        new Fault.Pause(new Victim(Component.NODE, 1), time),
        new Fault.Restart(BROKER),
        new Fault.Restart(new Victim(Component.NODE, 1)));
  }

  static Stream<Fault> connections() {
    Duration time = Duration.ofSeconds(LONG ? 40 : 4);
    Stream<Fault> node =
        Stream.of(
                new ProxyMode.Refuse(),
                new ProxyMode.ResetAfter(2_000),
                new ProxyMode.HalfOpen(),
                new ProxyMode.SwallowAnswers(),
                new ProxyMode.Truncate(150),
                new ProxyMode.Throttle(1_024),
                new ProxyMode.Answer(HttpAnswer.tooManyRequests()),
                new ProxyMode.Answer(HttpAnswer.unavailable()),
                new ProxyMode.Answer(HttpAnswer.badGateway()),
                new ProxyMode.Answer(HttpAnswer.brokenJson()))
            .map(mode -> new Fault.Disturb(Component.NODE, mode, time));
    Stream<Fault> broker =
        Stream.of(
                new ProxyMode.Refuse(),
                new ProxyMode.ResetAfter(3_000),
                new ProxyMode.HalfOpen(),
                new ProxyMode.SwallowAnswers(),
                new ProxyMode.Throttle(1_024))
            .map(mode -> new Fault.Disturb(Component.BROKER, mode, time));
    return Stream.concat(node, broker);
  }

  @Test
  void brokerThatIsKilledFiveTimesInARowLosesNothing() {
    for (int i = 0; i < 5; i++) {
      trial.feeder().offerPagesOnly(5);
      trial.fleet().process(BROKER).kill();
      trial.feeder().offerPagesOnly(5);
      trial.fleet().restart(BROKER);
    }

    assertThat(trial.check()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource({"processes", "connections"})
  void leavesNothingLostDoubledOrStale(Fault fault) throws Exception {
    trial.feeder().offer(5);
    var recovery = trial.disturb(fault, false, 5);
    recovery.get(180, TimeUnit.SECONDS);

    assertThat(trial.check()).isEmpty();
  }
}
