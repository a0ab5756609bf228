package dev.broadsheet.bench;

import dev.broadsheet.enrich.Enricher;
import dev.broadsheet.enrich.IssueEnricher;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.ref.Reference;

/// How much heap the models of the core hold: what is in use after a collection with them, less
/// what was in use before they were loaded.
final class ModelHeap {
  private static final MemoryMXBean MEMORY = ManagementFactory.getMemoryMXBean();

  private ModelHeap() {}

  /// Bytes of all word lists, dictionaries and patterns.
  static long bytes() {
    long before = used();
    Enricher enricher = IssueEnricher.load();
    try {
      enricher.enrich(Corpus.issue(Corpus.pages().getFirst()), Corpus.SOURCE);
      return used() - before;
    } finally {
      Reference.reachabilityFence(enricher);
    }
  }

  private static long used() {
    MEMORY.gc();
    return MEMORY.getHeapMemoryUsage().getUsed();
  }
}
