package dev.broadsheet.ingest.inbox;

import dev.broadsheet.ingest.file.Printable;
import dev.broadsheet.ingest.intake.FileOutcome;
import dev.broadsheet.ingest.intake.Tally;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the log says of the inbox.
final class InboxLog {
  private static final Logger log = LoggerFactory.getLogger(InboxLog.class);

  private InboxLog() {}

  /// @param name below the inbox: logs do not tell how the disks of the machine are laid out
  static void outcome(Path name, FileOutcome outcome) {
    String file = Printable.of(name);
    switch (outcome) {
      case FileOutcome.Refused(var reason, var message) ->
          log.atWarn()
              .addKeyValue("file", file)
              .addKeyValue("reason", reason.code())
              .addKeyValue("advice", message)
              .log("File refused");
      case FileOutcome.Ignored(var message) ->
          log.atWarn().addKeyValue("file", file).addKeyValue("advice", message).log("File ignored");
      case FileOutcome.Taken(var publication, _) ->
          log.atDebug()
              .addKeyValue("file", file)
              .addKeyValue("revision", publication.revision())
              .log("File taken in");
      case FileOutcome.Bundle(var publications, _, var remarks) -> {
        log.atDebug()
            .addKeyValue("file", file)
            .addKeyValue("issues", publications.size())
            .log("File taken in");
        if (!remarks.isEmpty()) {
          log.atWarn()
              .addKeyValue("file", file)
              .addKeyValue("left_out", remarks.size())
              .addKeyValue("first", remarks.getFirst())
              .log("File taken in without some of its parts");
        }
      }
    }
  }

  static void total(String what, Tally tally) {
    log.atInfo()
        .addKeyValue("accepted", tally.accepted())
        .addKeyValue("revised", tally.revised())
        .addKeyValue("unchanged", tally.unchanged())
        .addKeyValue("still_withdrawn", tally.stillWithdrawn())
        .addKeyValue("refused", tally.refused())
        .addKeyValue("ignored", tally.ignored())
        .addKeyValue("bytes", tally.bytes())
        .log(what);
  }
}
