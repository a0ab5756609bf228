package dev.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.rig.PageGenerator;
import dev.broadsheet.rig.Trial;
import dev.broadsheet.rig.plan.Component;
import dev.broadsheet.rig.plan.Victim;
import dev.broadsheet.rig.process.Fleet;
import dev.broadsheet.rig.process.FleetOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Inputs and circumstances that nobody wants, on a pipeline of real processes.
@Tag("stack")
@Tag("long")
@Timeout(420)
class HostileInputIT {
  private static final long HOUR = Duration.ofHours(1).toMillis();

  @TempDir private static Path folder;
  private static Trial trial;

  @BeforeAll
  static void start() {
    trial = Trial.start(13, new PageGenerator(13), FleetOptions.of(folder.resolve("data")));
  }

  @AfterAll
  static void stop() {
    if (trial != null) {
      trial.close();
    }
  }

  @Test
  void everyKindOfPoisonIsOneDeadLetterAndStopsNobody() {
    trial.feeder().offerRemainingPoison();
    trial.feeder().offer(20);

    assertThat(trial.check()).isEmpty();
    assertThat(trial.fates().letters()).hasSizeGreaterThan(25);
  }

  @Test
  void floodOfPoisonDelaysTheOthersOnly() {
    trial.feeder().offerPoison(1_000);
    trial.feeder().offer(10);

    assertThat(trial.check()).isEmpty();
  }

  @Test
  void articleAboveTheLimitIsADeadLetterAndNoRestart() {
    long enrich = trial.fleet().process(new Victim(Component.ENRICH, 1)).pid();

    trial.feeder().offerOversize();
    trial.feeder().offer(5);

    assertThat(trial.check()).isEmpty();
    var process = trial.fleet().process(new Victim(Component.ENRICH, 1));
    assertThat(process.isAlive()).isTrue();
    assertThat(process.pid()).isEqualTo(enrich);
  }

  @Test
  void recordWithoutKeyCannotBeWrittenAtAll() {
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", trial.fleet().bootstrap()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (String topic : new String[] {"broadsheet.issues", "broadsheet.articles"}) {
        var record = new ProducerRecord<byte[], byte[]>(topic, null, new byte[] {'x'});
        assertThatThrownBy(() -> producer.send(record).get())
            .isInstanceOf(ExecutionException.class)
            .hasCauseInstanceOf(InvalidRecordException.class);
      }
    }
  }

  @Test
  void recordsOfOtherTimesAreNeitherPurgedNorOvertaken() {
    long now = System.currentTimeMillis();
    for (long time : new long[] {0, now + HOUR / 2, 1, now - 40 * 24 * HOUR}) {
      trial.feeder().offerStamped(time);
      trial.feeder().offer(2);
    }

    assertThat(trial.check()).isEmpty();
  }

  @Test
  void secondEnrichWithTheSameStateRefusesToStart() {
    var enrich = new Victim(Component.ENRICH, 1);
    trial.feeder().offer(5);

    int code =
        trial
            .fleet()
            .command("enrich", "--set", "enrich.state.dir=" + trial.fleet().stateFolder(enrich));

    assertThat(code).isEqualTo(1);
    trial.feeder().offer(5);
    assertThat(trial.check()).isEmpty();
  }

  @Test
  void transactionThatNobodyEndsHoldsUpTheOthersForItsTimeOnly() throws Exception {
    var producer =
        new KafkaProducer<>(
            Map.<String, Object>of(
                "bootstrap.servers",
                trial.fleet().bootstrap(),
                "transactional.id",
                "hanging",
                "transaction.timeout.ms",
                8_000),
            new ByteArraySerializer(),
            new ByteArraySerializer());
    producer.initTransactions();
    producer.beginTransaction();
    byte[] bytes = {'x'};
    producer.send(new ProducerRecord<>("broadsheet.issues", bytes, bytes)).get();
    producer.close(Duration.ZERO);

    trial.feeder().offer(10);

    assertThat(trial.check()).isEmpty();
  }

  @Test
  void secondIngestOnTheSameInboxDoublesNothing() {
    trial.feeder().offer(15);

    int code = trial.fleet().command("ingest", Fleet.inbox(trial.fleet().folder()).toString());

    assertThat(code).isIn(0, 1);
    assertThat(trial.check()).isEmpty();
  }

  @Test
  void stateThatIsGoneOrCutIsRebuilt() {
    var enrich = new Victim(Component.ENRICH, 1);
    trial.feeder().offer(15);
    assertThat(trial.settle()).isEmpty();

    trial.fleet().process(enrich).kill();
    spoil(trial.fleet().stateFolder(enrich));
    trial.fleet().restart(enrich);
    trial.feeder().offer(15);

    assertThat(trial.check()).isEmpty();
  }

  /// Cuts every second file in half and deletes the others.
  static void spoil(Path state) {
    try (var files = Files.walk(state)) {
      int number = 0;
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (number++ % 2 == 0) {
          Files.delete(file);
        } else {
          byte[] bytes = Files.readAllBytes(file);
          Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
