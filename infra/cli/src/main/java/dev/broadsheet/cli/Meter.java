package dev.broadsheet.cli;

import dev.broadsheet.cli.reindex.Steps;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/// A progress bar with rate and time left, on a terminal only.
final class Meter implements Steps, AutoCloseable {
  private @Nullable ProgressBar bar;

  @Override
  public void begin(String what, long expected) {
    close();
    if (Terminal.isThere()) {
      bar =
          new ProgressBarBuilder()
              .setTaskName(what)
              .setInitialMax(expected)
              .setUnit(" issues", 1)
              .showSpeed()
              .setStyle(ProgressBarStyle.UNICODE_BLOCK)
              .build();
    }
  }

  @Override
  public void step() {
    if (bar != null) {
      bar.step();
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
