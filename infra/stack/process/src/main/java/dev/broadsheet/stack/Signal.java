package dev.broadsheet.stack;

import java.io.IOException;

/// Signals that Java itself cannot send.
enum Signal {
  STOP("-STOP"),
  CONTINUE("-CONT");

  private final String option;

  Signal(String option) {
    this.option = option;
  }

  /// Sends it.
  ///
  /// @throws IllegalStateException when there is no such process
  void send(ProcessHandle handle) {
    if (!reaches(handle)) {
      throw new IllegalStateException("kill %s %d failed".formatted(option, handle.pid()));
    }
  }

  /// Sends it, if there still is such a process.
  boolean reaches(ProcessHandle handle) {
    try {
      return new ProcessBuilder("kill", option, Long.toString(handle.pid())).start().waitFor() == 0;
    } catch (IOException e) {
      throw new IllegalStateException("The command kill cannot be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
