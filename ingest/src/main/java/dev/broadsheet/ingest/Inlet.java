package dev.broadsheet.ingest;

import dev.broadsheet.ingest.ledger.LedgerWriter;
import java.util.function.BooleanSupplier;

/// A way in beside the inbox. It shares the one writer with all others.
public interface Inlet {
  /// Begins to take issues in.
  ///
  /// @param writer open for as long as the inlet is
  /// @param stopped whether the process is asked to end
  Running open(LedgerWriter writer, BooleanSupplier stopped);

  /// An inlet at work.
  interface Running extends AutoCloseable {
    /// Takes nothing more in, and answers what is under way.
    @Override
    void close();
  }
}
