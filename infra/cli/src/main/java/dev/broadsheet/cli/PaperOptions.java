package dev.broadsheet.cli;

import dev.broadsheet.contract.Setting;
import dev.broadsheet.contract.Settings;
import dev.broadsheet.ingest.calendar.PaperPlan;
import java.nio.file.Path;
import java.util.List;
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

  private PaperOptions() {}

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
