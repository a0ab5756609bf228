package dev.broadsheet.ingest.pdf;

import dev.broadsheet.contract.RejectReason;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// The process that reads PDF files, seen from the one that gives them. It ends when its standard
/// input does, which the system closes however this process ends.
final class PdfProcess implements AutoCloseable {
  /// A parser may keep a little of each file.
  private static final int MOST_FILES = 500;

  private final Process process;
  private final DataOutputStream out;
  private final DataInputStream in;
  private final PdfLimits limits;
  private int files;

  private PdfProcess(Process process, PdfLimits limits) {
    this.process = process;
    this.limits = limits;
    this.out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 1 << 16));
    this.in = new DataInputStream(new BufferedInputStream(process.getInputStream(), 1 << 16));
  }

  /// Starts it on the JDK and class path of this process, with an environment of nothing but the
  /// locale.
  static PdfProcess start(PdfLimits limits) {
    var builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx" + limits.heapMegabytes() + "m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-Xshare:auto",
            "-Djava.awt.headless=true",
            "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog",
            "-cp",
            System.getProperty("java.class.path"),
            PdfMain.class.getName(),
            Long.toString(limits.time().toMillis()),
            Integer.toString(limits.pages()),
            Integer.toString(limits.characters()));
    builder.environment().clear();
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.redirectError(Redirect.DISCARD);
    try {
      return new PdfProcess(builder.start(), limits);
    } catch (IOException e) {
      throw new UncheckedIOException("starting the reader of PDF files", e);
    }
  }

  boolean isAlive() {
    return process.isAlive();
  }

  boolean isWorn() {
    return files >= MOST_FILES;
  }

  /// What it has used so far.
  Duration processorTime() {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /// Gives a file and waits for its text.
  ///
  /// @throws IOException when the process ends or says what it should not
  PdfReading ask(byte[] file) throws IOException {
    files++;
    out.writeInt(file.length);
    out.write(file);
    out.flush();
    if (in.readBoolean()) {
      return new PdfReading.Refused(RejectReason.parse(in.readUTF()), in.readUTF());
    }
    int pages = in.readInt();
    if (pages < 0 || pages > limits.pages()) {
      throw new IOException("%d pages".formatted(pages));
    }
    List<String> texts = new ArrayList<>();
    // Four bytes are the longest character.
    long left = 4L * limits.characters();
    for (int i = 0; i < pages; i++) {
      int length = in.readInt();
      left -= length;
      if (length < 0 || left < 0) {
        throw new IOException("a page of %d bytes".formatted(length));
      }
      byte[] bytes = new byte[length];
      in.readFully(bytes);
      texts.add(new String(bytes, StandardCharsets.UTF_8));
    }
    return new PdfReading.Texts(texts);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
