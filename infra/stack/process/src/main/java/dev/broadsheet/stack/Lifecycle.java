package dev.broadsheet.stack;

/// When a process that we started is to end.
public enum Lifecycle {
  /// With its parent, however that ends: the child watches a pipe that the system closes.
  OWNED,
  /// When it is stopped by name. It outlives its parent and the terminal, and is found again by its
  /// recorded id.
  DETACHED
}
