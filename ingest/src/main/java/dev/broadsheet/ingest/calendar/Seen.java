package dev.broadsheet.ingest.calendar;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What is there of the issue of one day.
///
/// @param date of the issue
/// @param number running number, as most of its pages have it; null when none has one
/// @param pages that are there
/// @param received when the first of them came; null when that is not known
/// @param withdrawn whether all that is there is withdrawn
public record Seen(
    LocalDate date,
    @Nullable Integer number,
    int pages,
    @Nullable Instant received,
    boolean withdrawn) {}
