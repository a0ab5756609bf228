package dev.broadsheet.cli;

import dev.broadsheet.ingest.poll.IssueFetch;
import dev.broadsheet.ingest.poll.PageOutcome;
import dev.broadsheet.ingest.poll.PollListener;
import java.io.PrintWriter;
import java.time.LocalDate;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// Counts what a feed gave, with a bar on a terminal and a line for what went wrong.
final class PollTally implements PollListener, AutoCloseable {
  private final PrintWriter err;
  private long taken;
  private long known;
  private long refused;
  private long complete;
  private long absent;
  private long incomplete;
  private @Nullable ProgressBar bar;

  PollTally(PrintWriter err) {
    this.err = err;
  }

  @Override
  public void expected(long issues) {
    if (issues > 1 && Terminal.isThere()) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("poll")
              .setInitialMax(issues)
              .setUnit(" issues", 1)
              .showSpeed()
              .setStyle(ProgressBarStyle.UNICODE_BLOCK)
              .build();
    }
  }

  @Override
  public void page(String key, PageOutcome outcome) {
    switch (outcome) {
      case PageOutcome.Taken _ -> taken++;
      case PageOutcome.Known _ -> known++;
      case PageOutcome.Refused(var code, var message) -> {
        refused++;
        err.printf("broadsheet: %s: %s: %s%n", Display.safe(key), code, Display.safe(message));
      }
      case PageOutcome.Later(var message) ->
          err.printf("broadsheet: %s: later: %s%n", Display.safe(key), Display.safe(message));
      case PageOutcome.Absent _ -> {
        // The issue tells.
      }
    }
  }

  @Override
  public void issue(LocalDate day, IssueFetch fetch) {
    switch (fetch) {
      case COMPLETE -> complete++;
      case ABSENT -> {
        absent++;
        err.printf("broadsheet: %s: the site does not have it%n", day);
      }
      case INCOMPLETE -> incomplete++;
    }
    if (bar != null) {
      bar.step();
    }
  }

  /// All counts on one line.
  String line() {
    return "issues: %d complete, %d absent, %d incomplete; pages: %d taken, %d known, %d refused"
        .formatted(complete, absent, incomplete, taken, known, refused);
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
