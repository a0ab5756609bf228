package dev.broadsheet.cli;

import dev.broadsheet.ingest.Progress;
import dev.broadsheet.ingest.intake.FileOutcome;
import java.nio.file.Path;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// A progress bar with rate and time left, on a terminal only, and only for more than a few files.
final class Bar implements Progress, AutoCloseable {
  private static final long WORTH_A_BAR = 50;

  private final String unit;
  private @Nullable ProgressBar bar;

  Bar(String unit) {
    this.unit = unit;
  }

  @Override
  public void expected(long files) {
    if (files >= WORTH_A_BAR && Terminal.isThere()) {
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
    if (bar != null) {
      bar.step();
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
