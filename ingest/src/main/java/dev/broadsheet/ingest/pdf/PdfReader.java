package dev.broadsheet.ingest.pdf;

import dev.broadsheet.contract.RejectReason;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/// Reads PDF files in a process of its own, which is started for the first file, serves many, and
/// is killed when a file takes too long. Whatever a file does to its reader, the next file has a
/// sound one. One thread at a time.
public final class PdfReader implements AutoCloseable {
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final int PATIENCE = 10;

  private final PdfLimits limits;
  private @Nullable PdfProcess process;

  public PdfReader(PdfLimits limits) {
    this.limits = limits;
  }

  /// Reads a file.
  public PdfReading read(byte[] file) {
    PdfProcess current = process();
    var task = new FutureTask<>(() -> current.ask(file));
    Thread.ofVirtual().name("pdf").start(task);
    try {
      PdfReading reading = await(task, current);
      if (current.isWorn()) {
        close();
      }
      return reading;
    } catch (TimeoutException _) {
      close();
      return new PdfReading.Refused(
          RejectReason.PDF_TIMEOUT,
          "reading it took longer than %d ms: print it to a new PDF file"
              .formatted(limits.time().toMillis()));
    } catch (ExecutionException e) {
      close();
      return broken(e);
    } catch (InterruptedException e) {
      close();
      Thread.currentThread().interrupt();
      return new PdfReading.Refused(RejectReason.UNREADABLE, "interrupted while it was read");
    }
  }

  /// Waits for as much processor time as a file may take. On a busy machine that is any time by the
  /// clock; a reader that does nothing at all is waited for ten times as long.
  private PdfReading await(FutureTask<PdfReading> task, PdfProcess reader)
      throws TimeoutException, ExecutionException, InterruptedException {
    Duration used = reader.processorTime();
    long start = System.nanoTime();
    long slice = Math.min(limits.time().toMillis(), LOOK.toMillis());
    while (true) {
      try {
        return task.get(slice, TimeUnit.MILLISECONDS);
      } catch (TimeoutException e) {
        Duration worked = reader.processorTime().minus(used);
        Duration waited = Duration.ofNanos(System.nanoTime() - start);
        if (worked.compareTo(limits.time()) > 0
            || waited.compareTo(limits.time().multipliedBy(PATIENCE)) > 0) {
          throw e;
        }
      }
    }
  }

  @Override
  public void close() {
    if (process != null) {
      process.close();
      process = null;
    }
  }

  private PdfProcess process() {
    PdfProcess current = process;
    if (current == null || !current.isAlive()) {
      close();
      current = PdfProcess.start(limits);
      process = current;
    }
    return current;
  }

  /// The process ends when its memory does, and when its stack or ours cannot hold what it says.
  private static PdfReading broken(ExecutionException e) {
    if (e.getCause() instanceof IOException) {
      return new PdfReading.Refused(
          RejectReason.PDF_LIMIT,
          "its reader ended, which it does when a file needs too much memory: print it to a new"
              + " PDF file, or raise ingest.pdf.heap.mb");
    }
    throw new IllegalStateException("reading a PDF file", e.getCause());
  }
}
