package dev.broadsheet.enrich;

import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.enrich.EnrichCounters.Totals;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.function.ToDoubleFunction;

/// The stage's numbers as meters. Names and labels are what dashboards and alerts are made of.
final class EnrichMeters {
  private EnrichMeters() {}

  /// Issues by outcome, article documents, and dead letters by reason.
  static void bind(MeterRegistry meters, EnrichCounters counters) {
    outcome(meters, counters, "replaced", Totals::replaced);
    outcome(meters, counters, "repeated", Totals::repeated);
    outcome(meters, counters, "stale", Totals::stale);
    outcome(meters, counters, "dead-lettered", Totals::deadLettered);
    FunctionCounter.builder("broadsheet.enrich.articles", counters, c -> c.totals().documents())
        .description("article documents written, withdrawn ones among them")
        .register(meters);
    for (RejectReason reason : RejectReason.values()) {
      FunctionCounter.builder("broadsheet.dead.letters", counters, c -> c.deadLettersFor(reason))
          .description("records that could not be processed, by reason")
          .tag("reason", reason.code())
          .register(meters);
    }
  }

  private static void outcome(
      MeterRegistry meters, EnrichCounters counters, String name, ToDoubleFunction<Totals> number) {
    FunctionCounter.builder(
            "broadsheet.enrich.issues", counters, c -> number.applyAsDouble(c.totals()))
        .description("issues by what became of them")
        .tag("outcome", name)
        .register(meters);
  }
}
