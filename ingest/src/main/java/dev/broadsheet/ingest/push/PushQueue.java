package dev.broadsheet.ingest.push;

import dev.broadsheet.contract.Unreachable;
import dev.broadsheet.ingest.ledger.LedgerWriter;
import dev.broadsheet.ingest.ledger.Transaction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Lines requests up for the writer and puts those that wait together into one transaction. Any
/// thread may ask; one thread of its own publishes.
final class PushQueue implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(PushQueue.class);
  private static final int WAITING = 1_024;
  private static final int BATCH = 100;
  private static final long LOOK_MILLIS = 100;

  private enum State {
    WAITS,
    /// Its transaction is under way: what becomes of it is not known until it is over.
    BEGUN,
    GIVEN_UP
  }

  private static final class Job<T> {
    private final Function<Transaction, T> work;
    private final AtomicReference<State> state = new AtomicReference<>(State.WAITS);
    private final CompletableFuture<T> result = new CompletableFuture<>();

    Job(Function<Transaction, T> work) {
      this.work = work;
    }

    boolean begin() {
      return state.compareAndSet(State.WAITS, State.BEGUN);
    }

    /// What to do when the transaction is committed.
    Runnable run(Transaction transaction) {
      T answer = work.apply(transaction);
      return () -> result.complete(answer);
    }
  }

  private final LedgerWriter writer;
  private final Duration patience;
  private final BlockingQueue<Job<?>> waiting = new ArrayBlockingQueue<>(WAITING);
  private final Thread publisher = Thread.ofPlatform().name("push").unstarted(this::publish);
  private volatile boolean closed;

  /// @param patience how long a request waits for its answer
  PushQueue(LedgerWriter writer, Duration patience) {
    this.writer = writer;
    this.patience = patience;
    publisher.start();
  }

  /// Does a piece of work in a transaction.
  ///
  /// @param work may be called several times
  /// @return its answer, after Kafka has acknowledged the transaction
  <T> T transact(Function<Transaction, T> work) throws RequestRefused, InterruptedException {
    var job = new Job<>(work);
    if (closed || !waiting.offer(job)) {
      throw new RequestRefused(busy("too many requests wait for Kafka: nothing was published"));
    }
    try {
      return job.result.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException _) {
      throw new RequestRefused(
          busy(
              job.state.compareAndSet(State.WAITS, State.GIVEN_UP)
                  ? "Kafka does not answer: nothing was published"
                  : "Kafka has not acknowledged in time; it may still do so"));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Unreachable) {
        throw new RequestRefused(busy("Kafka cannot be written to, the log of ingest says why"));
      }
      throw new IllegalStateException("transaction of a request", e);
    }
  }

  private static Problem busy(String what) {
    return Problem.of(503, "kafka", "Not acknowledged", what + "; send the same request again")
        .with("Retry-After", 5);
  }

  /// Publishes what waits, and ends.
  @Override
  public void close() {
    closed = true;
    try {
      publisher.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }

  private void publish() {
    while (!closed || !waiting.isEmpty()) {
      List<Job<?>> batch = next();
      if (!batch.isEmpty()) {
        publish(batch);
      }
    }
  }

  private List<Job<?>> next() {
    var batch = new ArrayList<Job<?>>();
    try {
      Job<?> first = waiting.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
      if (first != null) {
        batch.add(first);
        waiting.drainTo(batch, BATCH - 1);
      }
    } catch (InterruptedException _) {
      closed = true;
    }
    batch.removeIf(job -> !job.begin());
    return batch;
  }

  private void publish(List<Job<?>> batch) {
    try {
      List<Runnable> answers =
          writer.transact(
              transaction -> {
                var list = new ArrayList<Runnable>();
                batch.forEach(job -> list.add(job.run(transaction)));
                return list;
              });
      answers.forEach(Runnable::run);
    } catch (RuntimeException e) {
      // Each waiting request is told; whether this heals is seen with the next one.
      log.atError().setCause(e).log("Requests could not be published");
      batch.forEach(job -> job.result.completeExceptionally(e));
    }
  }
}
