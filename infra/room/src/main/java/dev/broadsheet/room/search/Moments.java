package dev.broadsheet.room.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// Dates as aggregations give them: milliseconds in floating point, or nothing, or not a number.
final class Moments {
  private Moments() {}

  static @Nullable String day(@Nullable Double millis) {
    return millis == null || !Double.isFinite(millis)
        ? null
        : localDate(millis.longValue()).toString();
  }

  static @Nullable String instant(@Nullable Double millis) {
    return millis == null || !Double.isFinite(millis)
        ? null
        : Instant.ofEpochMilli(millis.longValue()).toString();
  }

  static LocalDate localDate(long millis) {
    return LocalDate.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
  }
}
