package dev.broadsheet.sink.bulk;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Holds all requests back while Elasticsearch as a whole does not take them.
final class Gate {
  private static final Logger LOG = LoggerFactory.getLogger(Gate.class);

  /// From this try on a failure is worth an operator's look.
  private static final int WARN_FROM = 3;

  private final Backoff backoff;
  private final long blockedNanos;
  private final String alias;
  private int failures;
  private long closedUntil = Long.MIN_VALUE;

  Gate(Backoff backoff, BulkSettings settings, String alias) {
    this.backoff = backoff;
    this.blockedNanos = settings.blockedRetry().toNanos();
    this.alias = alias;
  }

  boolean open(long now) {
    return failures == 0 || now - closedUntil >= 0;
  }

  /// A request brought nothing forward.
  void failed(long now, String cause) {
    // Requests that were under way when the gate closed tell nothing new.
    if (!open(now)) {
      return;
    }
    failures++;
    long wait = backoff.nanos(failures);
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
  }
}
