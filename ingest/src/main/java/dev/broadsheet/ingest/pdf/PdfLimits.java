package dev.broadsheet.ingest.pdf;

import java.time.Duration;

/// What reading one PDF file may take.
///
/// @param time of the processor; ten times as long by the clock
/// @param heapMegabytes of the process that reads it
/// @param pages of the file
/// @param characters of its text
public record PdfLimits(Duration time, int heapMegabytes, int pages, int characters) {
  /// Room for a page with large pictures; the text of a newspaper page has some 10,000 characters.
  public static final PdfLimits DEFAULT =
      new PdfLimits(Duration.ofSeconds(60), 512, 200, 4_000_000);
}
