package dev.broadsheet.cli;

import dev.broadsheet.ingest.Progress;
import dev.broadsheet.ingest.intake.FileOutcome;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.LongSupplier;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// How far a run is, with its rate and the time left: a bar on a terminal and only for more than a
/// few files; elsewhere, such as in a log, a line every ten seconds.
final class Bar implements Progress, AutoCloseable {
  private static final long WORTH_A_BAR = 50;
  private static final Duration BETWEEN_LINES = Duration.ofSeconds(10);

  private final String unit;
  private final PrintWriter lines;
  private final LongSupplier nanos;
  private final boolean isTerminal;
  private @Nullable ProgressBar bar;
  private long begun;
  private long told;
  private long expected;
  private long done;

  /// @param unit what is counted, in the plural
  /// @param lines where lines go when this is no terminal
  Bar(String unit, PrintWriter lines) {
    this(unit, lines, Terminal.isThere(), System::nanoTime);
  }

  /// @param nanos a clock that only runs forward
  Bar(String unit, PrintWriter lines, boolean isTerminal, LongSupplier nanos) {
    this.unit = unit;
    this.lines = lines;
    this.isTerminal = isTerminal;
    this.nanos = nanos;
  }

  @Override
  public void expected(long files) {
    expected = files;
    begun = nanos.getAsLong();
    told = begun;
    if (files >= WORTH_A_BAR && isTerminal) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("ingest")
              .setInitialMax(files)
              .setUnit(" " + unit, 1)
              .showSpeed()
              .setStyle(ProgressBarStyle.UNICODE_BLOCK)
              .build();
    }
  }

  @Override
  public void settled(Path file, FileOutcome outcome) {
    done++;
    if (bar != null) {
      bar.step();
    } else if (!isTerminal) {
      tell(nanos.getAsLong());
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }

  private void tell(long now) {
    if (now - told < BETWEEN_LINES.toNanos()) {
      return;
    }
    told = now;
    double rate = done * 1e9 / (now - begun);
    lines.printf(
        "%d of %d %s, %.1f a second, %d s left%n",
        done, expected, unit, rate, Math.round(Math.max(0, expected - done) / rate));
    lines.flush();
  }
}
