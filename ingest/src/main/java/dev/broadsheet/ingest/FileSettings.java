package dev.broadsheet.ingest;

import dev.broadsheet.contract.Limits;
import dev.broadsheet.contract.Setting;
import dev.broadsheet.contract.Settings;
import dev.broadsheet.ingest.format.FormatLimits;
import dev.broadsheet.ingest.hint.PathPattern;
import dev.broadsheet.ingest.inbox.Afterwards;
import dev.broadsheet.ingest.pdf.PdfLimits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How files are read and what becomes of them.
///
/// @param limits of what is read
/// @param pattern that reads hints from issue keys
/// @param afterwards what becomes of the files of the inbox
/// @param isMarked whether files of the inbox wait for a marker
public record FileSettings(
    FormatLimits limits, PathPattern pattern, Afterwards afterwards, boolean isMarked) {
  /// The largest page of text.
  public static final Setting<Integer> MAX_BYTES =
      Setting.count(
          "ingest.max.bytes",
          Limits.DEFAULT_ISSUE_BYTES,
          1,
          Limits.MAX_VALUE_BYTES,
          "largest page of text or HTML in bytes");

  /// The largest file that holds pages.
  public static final Setting<Integer> MAX_FILE_BYTES =
      Setting.count(
          "ingest.max.file.bytes",
          64 << 20,
          1,
          1 << 29,
          "largest PDF file, archive or file of issues in bytes");

  /// Entries of an archive.
  public static final Setting<Integer> MAX_ENTRIES =
      Setting.count("ingest.archive.entries", 10_000, 1, 1_000_000, "most entries of an archive");

  /// Bytes of an archive.
  public static final Setting<Integer> MAX_UNPACKED =
      Setting.count(
          "ingest.archive.unpacked.mb", 1_024, 1, 100_000, "most that an archive unpacks to, MB");

  /// Time for a PDF file.
  public static final Setting<Duration> PDF_TIMEOUT =
      Setting.millis(
          "ingest.pdf.timeout.ms",
          60_000,
          100,
          3_600_000,
          "processor time to read a PDF file, milliseconds; ten times as long by the clock");

  /// Heap of the process that reads PDF files.
  public static final Setting<Integer> PDF_HEAP =
      Setting.count(
          "ingest.pdf.heap.mb", 512, 32, 16_384, "heap of the process that reads PDF files, MB");

  /// Hints from paths.
  public static final Setting<PathPattern> PATTERN =
      new Setting<>(
          "ingest.pattern",
          "",
          "what issue keys say, such as {paper}/{date:yyyy-MM-dd}/{page}; empty for nothing",
          PathPattern::parse);

  /// How writers say that a file is complete.
  public static final Setting<Boolean> HANDOVER =
      new Setting<>(
          "ingest.handover",
          "rest",
          "when a file of the inbox is complete: rest, when it has not changed for"
              + " ingest.settle.ms; marker, when NAME.done is beside it or .done in its folder",
          FileSettings::isMarker);

  /// What to do with files that were taken in.
  public static final Setting<Afterwards.Done> DONE =
      new Setting<>(
          "ingest.done",
          "keep",
          "what becomes of files of the inbox that were taken in: keep, move or delete",
          FileSettings::done);

  /// Where they go.
  public static final Setting<Path> ARCHIVE =
      Setting.path("ingest.archive", "archive", "folder that ingest.done=move moves to");

  /// Where refused files go.
  public static final Setting<Optional<Path>> QUARANTINE =
      new Setting<>(
          "ingest.quarantine",
          "",
          "folder that refused files of the inbox are moved to, each with a .reason.json beside"
              + " it; empty to leave them where they are",
          t -> t.isBlank() ? Optional.empty() : Optional.of(Path.of(t.strip())));

  static List<Setting<?>> settings() {
    return List.of(
        MAX_BYTES,
        MAX_FILE_BYTES,
        MAX_ENTRIES,
        MAX_UNPACKED,
        PDF_TIMEOUT,
        PDF_HEAP,
        PATTERN,
        HANDOVER,
        DONE,
        ARCHIVE,
        QUARANTINE);
  }

  /// The limits of what is read.
  public static FormatLimits limits(Settings settings) {
    var usual = FormatLimits.Archive.DEFAULT;
    var pdf = PdfLimits.DEFAULT;
    return new FormatLimits(
        settings.get(MAX_BYTES),
        settings.get(MAX_FILE_BYTES),
        new FormatLimits.Archive(
            settings.get(MAX_ENTRIES),
            (long) settings.get(MAX_UNPACKED) << 20,
            usual.ratio(),
            usual.depth()),
        new PdfLimits(
            settings.get(PDF_TIMEOUT), settings.get(PDF_HEAP), pdf.pages(), pdf.characters()));
  }

  /// @throws IllegalArgumentException when files would be put away into the inbox itself
  static FileSettings from(Settings settings, Path inbox) {
    var afterwards =
        new Afterwards(settings.get(DONE), settings.get(ARCHIVE), settings.get(QUARANTINE));
    if (afterwards.done() == Afterwards.Done.MOVE) {
      requireOutside(ARCHIVE, afterwards.archive(), inbox);
    }
    afterwards.quarantine().ifPresent(folder -> requireOutside(QUARANTINE, folder, inbox));
    return new FileSettings(
        limits(settings), settings.get(PATTERN), afterwards, settings.get(HANDOVER));
  }

  private static void requireOutside(Setting<?> setting, Path folder, Path inbox) {
    if (absolute(folder).startsWith(absolute(inbox))) {
      throw new IllegalArgumentException(
          "%s=%s lies in the inbox: name a folder beside it".formatted(setting.name(), folder));
    }
  }

  private static Path absolute(Path path) {
    return path.toAbsolutePath().normalize();
  }

  private static boolean isMarker(String text) {
    return switch (text.strip()) {
      case "marker" -> true;
      case "rest" -> false;
      default -> throw new IllegalArgumentException("rest or marker is due");
    };
  }

  private static Afterwards.Done done(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "keep" -> Afterwards.Done.KEEP;
      case "move" -> Afterwards.Done.MOVE;
      case "delete" -> Afterwards.Done.DELETE;
      default -> throw new IllegalArgumentException("keep, move or delete is due");
    };
  }
}
