package dev.broadsheet.ingest.format;

import dev.broadsheet.ingest.pdf.PdfLimits;

/// What a file may take. Beyond it the file is refused, never cut.
///
/// @param textBytes of a page of text or HTML
/// @param fileBytes of a PDF file, an archive or a file of issues
/// @param archive what may be in an archive
/// @param pdf what reading a PDF file may take
public record FormatLimits(int textBytes, long fileBytes, Archive archive, PdfLimits pdf) {
  /// What may be in an archive, archives within it included.
  ///
  /// @param entries number of all entries
  /// @param bytes of all entries, unpacked
  /// @param ratio of unpacked to packed bytes
  /// @param depth of archives within archives, the outermost being 1
  public record Archive(int entries, long bytes, int ratio, int depth) {
    public static final Archive DEFAULT = new Archive(10_000, 1L << 30, 100, 3);
  }

  /// Limits that fit a heap of 512 MB.
  public static FormatLimits of(int textBytes) {
    return new FormatLimits(textBytes, 64L << 20, Archive.DEFAULT, PdfLimits.DEFAULT);
  }
}
