package dev.broadsheet.stack;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// How to tell that a process does its work.
///
/// @param check true when it does; called again and again by the starting thread, may block for a
///     second or so, throws nothing for a process that is not there yet
/// @param limit how long after the start it may take
public record Readiness(BooleanSupplier check, Duration limit) {
  /// Ready as soon as it runs.
  public static Readiness immediate() {
    return new Readiness(() -> true, Duration.ofSeconds(1));
  }
}
