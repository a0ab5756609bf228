package dev.broadsheet.ingest.kafka;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/// How long to go on trying.
///
/// @param outage what one piece of work may take, all attempts together
/// @param stopped whether somebody asks to give up
public record Patience(Duration outage, BooleanSupplier stopped) {
  /// Without end, until somebody asks.
  public static Patience until(BooleanSupplier stopped) {
    return new Patience(Duration.ofDays(36_500), stopped);
  }
}
