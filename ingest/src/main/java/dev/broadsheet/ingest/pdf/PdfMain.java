package dev.broadsheet.ingest.pdf;

import dev.broadsheet.contract.RejectReason;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.pdfbox.pdmodel.font.FontMappers;

/// The program of the process that reads PDF files: files come in on standard input, texts go out
/// on standard output, until standard input ends.
public final class PdfMain {
  private static final int TIME_IS_UP = 3;

  private PdfMain() {}

  /// Serves files.
  ///
  /// @param arguments milliseconds of the processor for a file, pages of a file, characters of a
  ///     file
  public static void main(String[] arguments) throws IOException {
    long millis = Long.parseLong(arguments[0]);
    var extraction =
        new PdfExtraction(Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]));
    // Whatever libraries print must not get between the answers.
    System.setOut(System.err);
    FontMappers.set(new NoFonts());
    var in = new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
    var out =
        new DataOutputStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
    var begun = new AtomicLong();
    Thread.ofPlatform().daemon().name("limit").start(() -> endLate(begun, millis));
    while (true) {
      byte[] file;
      try {
        file = in.readNBytes(in.readInt());
      } catch (EOFException _) {
        return;
      }
      begun.set(System.nanoTime());
      PdfReading reading = read(extraction, file);
      begun.set(0);
      write(out, reading);
    }
  }

  private static PdfReading read(PdfExtraction extraction, byte[] file) {
    try {
      return extraction.read(file);
    } catch (IOException | RuntimeException e) {
      return new PdfReading.Refused(
          RejectReason.PDF,
          "it is damaged or not complete (%s): copy it again, or print it to a new PDF file"
              .formatted(e.getClass().getSimpleName()));
    } catch (StackOverflowError e) {
      return new PdfReading.Refused(
          RejectReason.PDF_LIMIT, "it refers to itself: print it to a new PDF file");
    }
  }

  private static void write(DataOutputStream out, PdfReading reading) throws IOException {
    switch (reading) {
      case PdfReading.Refused(var reason, var message) -> {
        out.writeBoolean(true);
        out.writeUTF(reason.code());
        out.writeUTF(message);
      }
      case PdfReading.Texts(var pages) -> {
        out.writeBoolean(false);
        out.writeInt(pages.size());
        for (String page : pages) {
          byte[] bytes = page.getBytes(StandardCharsets.UTF_8);
          out.writeInt(bytes.length);
          out.write(bytes);
        }
      }
    }
    out.flush();
  }

  /// The parent kills this process when time is up; this is for when the parent is gone.
  private static void endLate(AtomicLong begun, long millis) {
    while (true) {
      try {
        Thread.sleep(1_000);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
      long start = begun.get();
      if (start != 0 && System.nanoTime() - start > 20 * millis * 1_000_000) {
        Runtime.getRuntime().halt(TIME_IS_UP);
      }
    }
  }
}
