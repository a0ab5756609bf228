package dev.broadsheet.sink.bulk;

import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Holds all requests back while Elasticsearch as a whole does not take them.
final class Gate {
  private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

  /// From this try on a failure is worth an operator's look.
  private static final int WARN_FROM = 3;

  private final Backoff refused;
  private final Backoff away;
  private final long blockedNanos;
  private final String alias;
  private int failures;
  private int refusals;
  private long closedUntil = Long.MIN_VALUE;

  Gate(BulkSettings settings, RandomGenerator random, String alias) {
    this.refused = new Backoff(settings.retryCap(), random);
    this.away = Backoff.whileAway(settings.retryCap(), random);
    this.blockedNanos = settings.blockedRetry().toNanos();
    this.alias = alias;
  }

  boolean open(long now) {
    return failures == 0 || now - closedUntil >= 0;
  }

  /// The server refused a request for now: the longer it does, the less often it is asked.
  void refused(long now, String cause) {
    // Requests that were under way when the gate closed tell nothing new.
    if (open(now)) {
      refusals++;
      close(now, cause, refused.nanos(refusals));
    }
  }

  /// Nobody answered. What comes after that, a server that is just starting, is no old trouble.
  void unanswered(long now, String cause) {
    if (open(now)) {
      refusals = 0;
      close(now, cause, away.nanos(failures + 1));
    }
  }

  private void close(long now, String cause, long wait) {
    failures++;
    closedUntil = now + wait;
    (failures < WARN_FROM ? LOG.atInfo() : LOG.atWarn())
        .addKeyValue("index", alias)
        .addKeyValue("reason", cause)
        .addKeyValue("attempt", failures)
        .addKeyValue("wait_ms", wait / 1_000_000)
        .log("Elasticsearch does not take articles; waiting");
  }

  /// A request was refused for want of something that a person has to do.
  void blocked(long now, String cause) {
    if (!open(now)) {
      return;
    }
    failures++;
    closedUntil = now + blockedNanos;
    LOG.atWarn()
        .addKeyValue("index", alias)
        .addKeyValue("reason", cause)
        .addKeyValue("attempt", failures)
        .addKeyValue("wait_ms", blockedNanos / 1_000_000)
        .log(
            "Articles wait: the write alias is missing or closed (run ./broadsheet setup), or the"
                + " account may not write to it (see elasticsearch.url and its credentials)");
  }

  /// A request brought something forward.
  void passed() {
    if (failures >= WARN_FROM) {
      LOG.atInfo().addKeyValue("index", alias).log("Elasticsearch takes articles again");
    }
    failures = 0;
    refusals = 0;
  }
}
