package dev.broadsheet.cli;

import dev.broadsheet.contract.Setting;
import dev.broadsheet.contract.Settings;
import dev.broadsheet.ingest.calendar.PaperPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What is expected of which paper.
final class PaperOptions {
  /// The file with the papers.
  static final Setting<Optional<Path>> PAPERS =
      new Setting<>(
          "papers.file",
          "",
          "YAML file that says when papers come out; empty for none",
          t -> t.isBlank() ? Optional.empty() : Optional.of(Path.of(t.strip())));

  /// When a paper that no plan tells of counts as quiet.
  static final Setting<Integer> QUIET_DAYS =
      Setting.count(
          "papers.quiet.days",
          2,
          1,
          365,
          "days without an issue after which a paper that papers.file does not name is quiet");

  private PaperOptions() {}

  /// What a stage is told of them, wherever it runs.
  static Map<String, String> told(Settings settings) {
    return Map.of(
        PAPERS.name(),
        settings.get(PAPERS).map(f -> f.toAbsolutePath().toString()).orElse(""),
        QUIET_DAYS.name(),
        settings.get(QUIET_DAYS).toString());
  }

  /// All papers of the file; none when there is no file.
  static List<PaperPlan> all(Settings settings) {
    return settings.get(PAPERS).map(PaperPlan::readAll).orElse(List.of());
  }

  /// The plan of one paper; one that expects nothing when the file does not name it.
  static PaperPlan of(Settings settings, String paper) {
    return all(settings).stream()
        .filter(p -> p.paper().equals(paper))
        .findFirst()
        .orElseGet(() -> PaperPlan.unknown(paper));
  }
}
