package dev.broadsheet.ingest;

import dev.broadsheet.contract.Limits;
import dev.broadsheet.contract.Setting;
import dev.broadsheet.contract.Settings;
import dev.broadsheet.contract.Topics;
import dev.broadsheet.contract.access.KafkaAccess;
import dev.broadsheet.ingest.inbox.InboxWatcher.Pace;
import dev.broadsheet.ingest.intake.Intake.Batch;
import dev.broadsheet.ingest.kafka.Target;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// How to take issues in.
///
/// @param target Kafka and the topics
/// @param door what is taken in
/// @param files how they are read and what becomes of them
/// @param pace of the inbox
/// @param batch what one transaction may hold
/// @param outage how long a one-shot run goes on trying when Kafka fails in the middle
public record IngestConfig(
    Target target, Door door, FileSettings files, Pace pace, Batch batch, Duration outage) {
  /// The watched folder.
  public static final Setting<Path> INBOX =
      Setting.path("ingest.inbox", "inbox", "folder that is watched");

  /// The folder that issue keys of a one-shot run count from.
  public static final Setting<Optional<Path>> ROOT =
      new Setting<>(
          "ingest.root",
          "",
          "folder that the issue keys of files given by name count from; empty for the inbox if"
              + " they are in it, or else the folder given, or else the folder of the file given",
          t -> t.isBlank() ? Optional.empty() : Optional.of(Path.of(t.strip())));

  /// The largest page of text.
  public static final Setting<Integer> MAX_BYTES = FileSettings.MAX_BYTES;

  /// When a file is settled.
  public static final Setting<Duration> SETTLE =
      Setting.millis(
          "ingest.settle.ms", 500, 50, 600_000, "how long a file must not change, milliseconds");

  /// When to look again.
  public static final Setting<Duration> SCAN =
      Setting.millis(
          "ingest.scan.ms", 2_000, 100, 3_600_000, "time between two walks, milliseconds");

  /// Issues of one transaction.
  public static final Setting<Integer> BATCH_ISSUES =
      Setting.count("ingest.batch.issues", 200, 1, 5_000, "issues of one transaction");

  /// Bytes of one transaction.
  public static final Setting<Integer> BATCH_BYTES =
      Setting.count(
          "ingest.batch.bytes",
          Limits.DEFAULT_ISSUE_BYTES,
          1,
          Limits.MAX_RECORD_BYTES,
          "bytes of one transaction; one file always fits");

  /// Whether to bring back what was withdrawn.
  public static final Setting<Boolean> REISSUE =
      new Setting<>(
          "ingest.reissue",
          "false",
          "true: files given by name bring withdrawn issues back; the inbox never does",
          IngestConfig::flag);

  /// How long to go on.
  public static final Setting<Duration> OUTAGE =
      Setting.millis(
          "ingest.outage.ms",
          60_000,
          0,
          86_400_000,
          "how long a one-shot run goes on trying when Kafka fails in its middle, milliseconds");

  /// What is taken in.
  ///
  /// @param inbox folder that is watched
  /// @param root folder that issue keys count from, when one was given
  public record Door(Path inbox, List<Path> root) {}

  /// All settings that ingest reads.
  public static List<Setting<?>> settings() {
    List<Setting<?>> own =
        List.of(
            Settings.KAFKA_BOOTSTRAP,
            Settings.TOPIC_PREFIX,
            INBOX,
            ROOT,
            SETTLE,
            SCAN,
            BATCH_ISSUES,
            BATCH_BYTES,
            REISSUE,
            OUTAGE);
    return Stream.concat(own.stream(), FileSettings.settings().stream()).toList();
  }

  /// The configuration that the settings give.
  ///
  /// @throws IllegalArgumentException that lists every unknown name and every bad value
  public static IngestConfig from(Settings settings) {
    settings.check(Set.of("ingest"), settings());
    return new IngestConfig(
        new Target(KafkaAccess.from(settings), new Topics(settings.get(Settings.TOPIC_PREFIX))),
        new Door(settings.get(INBOX), settings.get(ROOT).stream().toList()),
        FileSettings.from(settings, settings.get(INBOX)),
        new Pace(settings.get(SETTLE), settings.get(SCAN)),
        new Batch(settings.get(BATCH_ISSUES), settings.get(BATCH_BYTES), settings.get(REISSUE)),
        settings.get(OUTAGE));
  }

  private static boolean flag(String text) {
    return switch (text.strip()) {
      case "true" -> true;
      case "false" -> false;
      default -> throw new IllegalArgumentException("true or false is due");
    };
  }
}
