package dev.broadsheet.ingest.pdf;

import dev.broadsheet.contract.RejectReason;
import java.util.List;

/// What reading a PDF file gave.
public sealed interface PdfReading {
  /// The text of each page, in their order; blank for a page without a text layer, but not for all.
  record Texts(List<String> pages) implements PdfReading {
    public Texts {
      pages = List.copyOf(pages);
    }
  }

  /// No text.
  ///
  /// @param message what is wrong and what to do about it, one line
  record Refused(RejectReason reason, String message) implements PdfReading {}
}
