package dev.broadsheet.ingest.format;

import dev.broadsheet.contract.Digests;
import dev.broadsheet.contract.IssueHints;
import dev.broadsheet.contract.Limits;
import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.ingest.pdf.PdfReader;
import dev.broadsheet.ingest.pdf.PdfReading;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/// Collects the pages of one file, going down into archives. Used for one file.
final class Members {
  private final FormatLimits limits;
  private final PdfReader pdf;
  private final Budget budget;
  private final Archives archives;
  private final List<Page> pages = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  /// Where in the file something is.
  ///
  /// @param path within the file; empty for the file itself
  /// @param declared charset, or empty
  /// @param depth number of archives around it
  record Place(String path, String declared, IssueHints hints, int depth) {
    Page.Name name() {
      return path.isEmpty() ? new Page.Name.Whole() : new Page.Name.Within(path);
    }
  }

  Members(FormatLimits limits, PdfReader pdf, long size) {
    this.limits = limits;
    this.pdf = pdf;
    this.budget = new Budget(limits.archive(), size);
    this.archives = new Archives(this, budget);
  }

  /// What was collected.
  ///
  /// @throws Refusal when there is nothing
  Contents contents() throws Refusal {
    if (pages.isEmpty()) {
      throw new Refusal(
          RejectReason.EMPTY,
          "it holds no page%s".formatted(remarks.isEmpty() ? "" : " (" + remarks.getFirst() + ")"));
    }
    return new Contents.Pages(pages, remarks);
  }

  void remark(String line) {
    remarks.add(line);
  }

  /// Takes in an entry of an archive.
  ///
  /// @param in read to its end at most; not closed
  void entry(InputStream in, String path, int depth) throws IOException {
    budget.entry();
    InputStream counted = new BufferedInputStream(budget.counted(in), 1 << 13);
    Format format = Format.of(head(counted));
    if (format == Format.PICTURE) {
      remark("%s: a picture, left out".formatted(path));
      return;
    }
    try {
      member(counted, format, new Place(path, "", IssueHints.NONE, depth));
    } catch (Refusal e) {
      throw e.in(path);
    } catch (EOFException e) {
      throw new Refusal(RejectReason.ARCHIVE, path + ": it is not complete: copy it again");
    }
  }

  void zip(SeekableByteChannel channel, String path, int depth) throws IOException {
    budget.depth(depth);
    archives.zip(channel, path, depth);
  }

  void member(InputStream in, Format format, Place place) throws IOException {
    switch (format) {
      case TEXT -> text(bytes(in, limits.textBytes()), place);
      case HTML -> html(bytes(in, limits.textBytes()), place);
      case NDJSON -> ndjson(bytes(in, limits.fileBytes()), place);
      case PDF -> pdf(bytes(in, limits.fileBytes()), place);
      case ZIP ->
          zip(
              new SeekableInMemoryByteChannel(bytes(in, limits.fileBytes())),
              place.path(),
              place.depth() + 1);
      case GZIP -> archives.gzip(in, place);
      case TAR -> {
        budget.depth(place.depth() + 1);
        archives.tar(in, place.path(), place.depth() + 1);
      }
      case PICTURE, OTHER ->
          throw new Refusal(
              RejectReason.TYPE, "%s by its content: give its text".formatted(format.words()));
    }
  }

  private void text(byte[] bytes, Place place) throws Refusal {
    switch (PageText.of(bytes, place.declared())) {
      case PageText.NotText(var reason, var message) -> throw new Refusal(reason, message);
      case PageText.Text(var text, var charset) ->
          add(place, text, source("text/plain", charset, bytes));
    }
  }

  private void html(byte[] bytes, Place place) throws Refusal {
    HtmlFile file = HtmlFile.read(bytes, place.declared());
    add(place, file.text(), source("text/html", file.charset(), bytes));
  }

  private void ndjson(byte[] bytes, Place place) throws Refusal {
    List<Page> lines = IssueLines.read(bytes, limits.textBytes());
    if (lines.isEmpty()) {
      if (bytes.length > limits.textBytes()) {
        throw tooLarge(bytes.length, limits.textBytes());
      }
      text(bytes, place);
      return;
    }
    for (Page page : lines) {
      budget.entry();
      budget.text(page.text().length());
      pages.add(page);
    }
  }

  private void pdf(byte[] bytes, Place place) throws Refusal {
    switch (pdf.read(bytes)) {
      case PdfReading.Refused(var reason, var message) -> throw new Refusal(reason, message);
      case PdfReading.Texts(var texts) -> {
        var source = source("application/pdf", "UTF-8", bytes);
        for (int i = 0; i < texts.size(); i++) {
          pdfPage(texts, i, place, source);
        }
      }
    }
  }

  /// A file of several pages is a folder of pages.
  private void pdfPage(List<String> texts, int i, Place place, Page.Source source) throws Refusal {
    String number = "%02d".formatted(i + 1);
    if (texts.get(i).isBlank()) {
      remark("%s: a page without a text layer, left out".formatted(join(place.path(), number)));
      return;
    }
    if (PageText.check(texts.get(i), "UTF-8") instanceof PageText.NotText(var why, var message)) {
      throw new Refusal(why, "page %d: %s".formatted(i + 1, message));
    }
    if (texts.size() == 1) {
      add(place, texts.get(i), source);
    } else {
      var hints = new IssueHints(null, null, Integer.toString(i + 1));
      String path = join(place.path(), number);
      add(new Place(path, "", hints, place.depth()), texts.get(i), source);
    }
  }

  private void add(Place place, String text, Page.Source source) throws Refusal {
    // No character of UTF-16 takes more than three bytes of UTF-8.
    long bytes = 3L * text.length();
    if (bytes > Limits.MAX_VALUE_BYTES
        && text.getBytes(StandardCharsets.UTF_8).length > Limits.MAX_VALUE_BYTES) {
      throw tooLarge(bytes, Limits.MAX_VALUE_BYTES);
    }
    budget.text(text.length());
    pages.add(new Page(place.name(), text, source, place.hints()));
  }

  static String join(String folder, String name) {
    return folder.isEmpty() ? name : folder + "/" + name;
  }

  /// The beginning of a stream, which stays in it.
  static byte[] head(InputStream in) throws IOException {
    in.mark(Format.HEAD_BYTES);
    byte[] head = in.readNBytes(Format.HEAD_BYTES);
    in.reset();
    return head;
  }

  static Refusal tooLarge(long size, long limit) {
    return new Refusal(
        RejectReason.TOO_LARGE,
        "%d bytes, %d are allowed: split it, or raise the setting ingest.max.bytes, of archives and"
                .formatted(size, limit)
            + " PDF files ingest.max.file.bytes");
  }

  private static byte[] bytes(InputStream in, long limit) throws IOException {
    byte[] bytes = in.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 8));
    if (bytes.length > limit) {
      throw tooLarge(bytes.length, limit);
    }
    return bytes;
  }

  private static Page.Source source(String type, String charset, byte[] bytes) {
    return new Page.Source(type, charset, Digests.sha256(bytes), bytes.length);
  }
}
