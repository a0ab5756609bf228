package dev.broadsheet.ingest.ledger;

import dev.broadsheet.contract.Unreachable;
import dev.broadsheet.ingest.kafka.Failure;
import dev.broadsheet.ingest.kafka.Patience;
import dev.broadsheet.ingest.kafka.Retry;
import dev.broadsheet.ingest.kafka.Target;
import dev.broadsheet.watch.Watch;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one writer of the issues topic and the ledger. What it answers is true: an outcome is
/// returned after the transaction that holds it was committed.
///
/// Whatever goes wrong with a transaction, the writer drops its connection, takes the role anew,
/// reads the ledger to its end and compares again; so nothing is lost and nothing is there twice
/// whether the transaction had been committed or not. Several writers may run; they fence one
/// another and each goes on where the ledger says.
///
/// Any thread may call it; calls wait for one another, in the order in which they came. While Kafka
/// is away the call that has its turn keeps it.
public final class LedgerWriter implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(LedgerWriter.class);

  private final Target target;
  private final Patience patience;
  private final Clock clock;
  private final Watch watch;
  private final WriterCounters counters = new WriterCounters();
  private final LedgerIndex index = new LedgerIndex();
  private final LedgerReader reader = new LedgerReader(index);

  /// Guards everything below, and the index with its reader. Fair, so that an inbox with a million
  /// files does not keep others from their turn.
  private final ReentrantLock turn = new ReentrantLock(true);

  private @Nullable LedgerSession session;

  private LedgerWriter(Target target, Patience patience, Clock clock, Watch watch) {
    this.target = target;
    this.patience = patience;
    this.clock = clock;
    this.watch = watch;
  }

  /// Takes the role of the writer and reads the ledger.
  ///
  /// @param target cluster and topics
  /// @param patience how long each later piece of work may be tried again; the opening is tried
  ///     once
  /// @throws Unreachable within 15 seconds when Kafka does not answer or a topic is missing
  public static LedgerWriter open(Target target, Patience patience, Clock clock) {
    return open(target, patience, clock, Watch.off());
  }

  /// The same, and shows the meters of its Kafka clients.
  public static LedgerWriter open(Target target, Patience patience, Clock clock, Watch watch) {
    var writer = new LedgerWriter(target, patience, clock, watch);
    try {
      writer.session();
    } catch (KafkaException e) {
      throw Failure.describe(e, target);
    }
    return writer;
  }

  /// Publishes what is new of a batch, in one transaction.
  ///
  /// @param batch issues in the order in which they came; small enough for memory and for one
  ///     transaction
  /// @param reissue whether the bytes of a withdrawn issue bring it back
  /// @return one outcome per issue, in order
  /// @throws Unreachable when patience has come to its end; how far the batch got is told by the
  ///     ledger when it is offered again
  public List<Publication> publish(List<IncomingIssue> batch, boolean reissue) {
    return write(plan -> batch.stream().map(i -> plan.publish(i, reissue)).toList());
  }

  /// Publishes issues once more as they are, each as the next revision, in one transaction.
  ///
  /// @param batch small enough for memory and for one transaction
  /// @return the new revision of each, in order; empty where a newer one is in the ledger already,
  ///     or the issue is withdrawn
  /// @throws Unreachable when patience has come to its end
  public List<OptionalLong> reissue(List<Reissue> batch) {
    return write(plan -> batch.stream().map(plan::reissue).toList());
  }

  /// Withdraws an issue.
  ///
  /// @param inAdvance whether to do so for a key that is not known yet
  /// @throws Unreachable when patience has come to its end
  public Withdrawal withdraw(String key, boolean inAdvance) {
    return write(plan -> plan.withdraw(key, inAdvance));
  }

  /// Does several things in one transaction: all of it is committed when this returns, or nothing.
  ///
  /// @param work looks into the ledger and says what to publish; it is called once more after each
  ///     failure, so it must do nothing else
  /// @return what `work` returned when it was called last
  /// @throws Unreachable when patience has come to its end; whether anything was committed is told
  ///     by the ledger when the same is asked again
  public <T> T transact(Function<Transaction, T> work) {
    return write(work::apply);
  }

  /// What it has done.
  public WriterCounters counters() {
    return counters;
  }

  /// Issue keys that were ever taken in.
  public long issues() {
    turn.lock();
    try {
      return index.size();
    } finally {
      turn.unlock();
    }
  }

  @Override
  public void close() {
    turn.lock();
    try {
      if (session != null) {
        session.close();
        session = null;
      }
    } finally {
      turn.unlock();
    }
  }

  private <T> T write(Function<Plan, T> planner) {
    boolean done = false;
    counters.asked();
    turn.lock();
    try {
      T result = writeInTurn(planner);
      done = true;
      return result;
    } finally {
      turn.unlock();
      counters.answered(done);
    }
  }

  private <T> T writeInTurn(Function<Plan, T> planner) {
    var retry = new Retry(patience, RandomGenerator.getDefault());
    Attempt<T> uncertain = null;
    while (true) {
      try {
        LedgerSession current = session();
        current.catchUp();
        if (uncertain != null && uncertain.plan.isIn(index)) {
          counters.committed(uncertain.plan.writes().size());
          return uncertain.result;
        }
        var plan = new Plan(index, clock.instant());
        T result = planner.apply(plan);
        if (plan.writes().isEmpty()) {
          return result;
        }
        uncertain = null;
        current.send(plan.writes());
        uncertain = new Attempt<>(plan, result);
        current.commit();
        counters.committed(plan.writes().size());
        plan.writes().forEach(w -> index.apply(w.issue().key(), w.entry()));
        return result;
      } catch (KafkaException e) {
        recover(e, retry);
      }
    }
  }

  /// A transaction that may or may not have been committed, and what to answer if it was.
  private record Attempt<T>(Plan plan, T result) {}

  private LedgerSession session() {
    LedgerSession current = session;
    if (current == null) {
      current = LedgerSession.open(target, reader, watch);
      session = current;
    }
    return current;
  }

  private void recover(KafkaException failure, Retry retry) {
    if (session != null) {
      session.abandon();
      session = null;
    }
    counters.retried();
    Unreachable described = Failure.describe(failure, target);
    switch (Failure.of(failure)) {
      case LASTING -> throw described;
      case FENCED ->
          log.atInfo()
              .addKeyValue("attempt", retry.attempts() + 1)
              .log("Another ingest has taken the role of the writer; taking it back");
      case PASSING -> {
        // The first attempts are usual while a broker restarts.
        var level = retry.attempts() < 3 ? log.atInfo() : log.atWarn();
        level
            .addKeyValue("attempt", retry.attempts() + 1)
            .addKeyValue("reason", described.getMessage())
            .log("Kafka failed; trying again");
      }
    }
    retry.pause(described);
  }
}
