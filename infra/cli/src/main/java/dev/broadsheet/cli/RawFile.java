package dev.broadsheet.cli;

import dev.broadsheet.contract.Limits;
import dev.broadsheet.contract.RawIssue;
import dev.broadsheet.ingest.file.FileReading;
import dev.broadsheet.ingest.file.FileStamp;
import dev.broadsheet.ingest.file.IssueKeys;
import dev.broadsheet.ingest.file.IssueReader;
import dev.broadsheet.ingest.format.FormatLimits;
import dev.broadsheet.ingest.hint.PathPattern;
import dev.broadsheet.ingest.ledger.IncomingIssue;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// A raw file read as ingest would read it, for commands that need no server.
final class RawFile {
  private RawFile() {}

  /// The pages of a file, each as the first revision of an issue; the key of a file that is one
  /// page is its name without extension.
  ///
  /// @throws IllegalArgumentException that names the file, the reason and what to do
  static List<RawIssue> read(Path file) throws IOException {
    Path path = file.toAbsolutePath().normalize();
    String key = IssueKeys.of(path.resolveSibling(".").normalize(), path);
    var limits = FormatLimits.of(Limits.DEFAULT_ISSUE_BYTES);
    try (var reader = new IssueReader(limits, PathPattern.NONE)) {
      return switch (reader.read(path, key, path.getFileName(), FileStamp.of(path))) {
        case FileReading.Taken(var issues, _, _) -> issues.stream().map(RawFile::issue).toList();
        case FileReading.Refused(var reason, var message) ->
            throw new IllegalArgumentException(
                "%s: %s: %s".formatted(Display.safe(file.toString()), reason.code(), message));
      };
    }
  }

  private static RawIssue issue(IncomingIssue issue) {
    return new RawIssue(
        issue.key(), issue.text(), 1, false, issue.origin(), Instant.EPOCH, issue.hints());
  }
}
