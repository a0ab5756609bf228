package dev.broadsheet.sink;

import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.sink.SinkCounters.Totals;
import dev.broadsheet.sink.bulk.ArticleIndexer;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;

/// The sink's numbers as meters. Names and labels are what dashboards and alerts are made of.
final class SinkMeters {
  private SinkMeters() {}

  /// Articles by outcome, and dead letters by reason.
  static void bind(MeterRegistry meters, SinkCounters counters) {
    outcome(meters, counters, "indexed", Totals::indexed);
    outcome(meters, counters, "superseded", Totals::superseded);
    outcome(meters, counters, "dead-lettered", Totals::deadLettered);
    outcome(meters, counters, "handed-over", Totals::handedOver);
    Gauge.builder("broadsheet.sink.pending", counters, c -> c.totals().pending())
        .description("articles that are read and have no outcome yet")
        .register(meters);
    for (RejectReason reason : RejectReason.values()) {
      FunctionCounter.builder("broadsheet.dead.letters", counters, c -> c.deadLettersFor(reason))
          .description("records that could not be processed, by reason")
          .tag("reason", reason.code())
          .register(meters);
    }
  }

  /// How often the index could not take an article yet.
  static void bind(MeterRegistry meters, ArticleIndexer indexer) {
    FunctionCounter.builder("broadsheet.retries", indexer, ArticleIndexer::retries)
        .description("tries again for a fault of a server")
        .register(meters);
  }

  private static void outcome(
      MeterRegistry meters, SinkCounters counters, String name, ToDoubleFunction<Totals> number) {
    FunctionCounter.builder(
            "broadsheet.sink.articles", counters, c -> number.applyAsDouble(c.totals()))
        .description("articles by what became of them")
        .tag("outcome", name)
        .register(meters);
  }
}
