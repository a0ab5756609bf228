package dev.broadsheet.cli.reindex;

/// Is told how far long work is.
public interface Steps {
  /// A stretch of work begins.
  ///
  /// @param expected steps of it
  void begin(String what, long expected);

  /// One step is done.
  void step();
}
