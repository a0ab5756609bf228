package dev.broadsheet.ingest.pdf;

import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.ingest.layout.PageLayout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/// Text from a PDF file, in this process. Nothing in the file is executed and nothing that it
/// refers to is fetched; forms and attachments are not looked at.
///
/// @param mostPages of a file
/// @param mostCharacters of its text
record PdfExtraction(int mostPages, int mostCharacters) {
  private static final int TAIL = 2_048;

  /// One in so many characters may be without a meaning.
  private static final int UNMAPPED_SHARE = 100;

  private static final int MOST_UNMAPPED = 4;

  /// Reads a file.
  ///
  /// @throws IOException when it is damaged
  PdfReading read(byte[] file) throws IOException {
    if (!isComplete(file)) {
      return refused(RejectReason.PDF, "it is not complete, its end is missing: copy it again");
    }
    try (PDDocument document = Loader.loadPDF(file)) {
      if (!document.getCurrentAccessPermission().canExtractContent()) {
        return refused(
            RejectReason.PDF_ENCRYPTED, "it does not permit its text to be read: get another copy");
      }
      if (document.getNumberOfPages() == 0) {
        return refused(RejectReason.PDF, "it is damaged, no page is found: copy it again");
      }
      if (document.getNumberOfPages() > mostPages) {
        return refused(
            RejectReason.PDF_LIMIT,
            "%d pages, %d are allowed: split it".formatted(document.getNumberOfPages(), mostPages));
      }
      return texts(document);
    } catch (InvalidPasswordException e) {
      return refused(RejectReason.PDF_ENCRYPTED, "it needs a password: get a copy without");
    }
  }

  private PdfReading texts(PDDocument document) throws IOException {
    var collector = new GlyphCollector(mostCharacters);
    List<String> texts = new ArrayList<>();
    for (int page = 1; page <= document.getNumberOfPages(); page++) {
      var glyphs = collector.collect(document, page);
      if (collector.isOverLimit()) {
        return refused(
            RejectReason.PDF_LIMIT, "more than %d characters: split it".formatted(mostCharacters));
      }
      texts.add(PageLayout.text(glyphs));
    }
    if (collector.unmapped() > MOST_UNMAPPED
        && collector.unmapped() * UNMAPPED_SHARE > collector.seen()) {
      return refused(
          RejectReason.GLYPHS,
          "%d of %d characters have no meaning, only a shape: get a copy with the tables of its fonts"
              .formatted(collector.unmapped(), collector.seen()));
    }
    if (texts.stream().allMatch(String::isBlank)) {
      return refused(
          RejectReason.PDF_NO_TEXT, "it has no text layer, like a scan: recognise its text first");
    }
    return new PdfReading.Texts(texts);
  }

  /// A parser mends a file that lacks its end, and its last pages are missing in silence.
  private static boolean isComplete(byte[] file) {
    int from = Math.max(0, file.length - TAIL);
    return new String(file, from, file.length - from, StandardCharsets.ISO_8859_1)
        .contains("%%EOF");
  }

  private static PdfReading.Refused refused(RejectReason reason, String message) {
    return new PdfReading.Refused(reason, message);
  }
}
