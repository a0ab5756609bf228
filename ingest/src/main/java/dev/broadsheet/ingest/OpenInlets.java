package dev.broadsheet.ingest;

import dev.broadsheet.ingest.ledger.LedgerWriter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.BooleanSupplier;

/// All inlets that are open; closed together, the last one first.
///
/// @param running as they were opened, the last one first
record OpenInlets(Deque<Inlet.Running> running) implements AutoCloseable {
  /// Opens all of them, or none.
  static OpenInlets open(List<Inlet> inlets, LedgerWriter writer, BooleanSupplier stopped) {
    var open = new OpenInlets(new ArrayDeque<>());
    try {
      inlets.forEach(i -> open.running.push(i.open(writer, stopped)));
      return open;
    } catch (RuntimeException e) {
      open.close();
      throw e;
    }
  }

  @Override
  public void close() {
    running.forEach(Inlet.Running::close);
  }
}
