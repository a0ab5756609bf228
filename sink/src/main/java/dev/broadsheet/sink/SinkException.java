package dev.broadsheet.sink;

/// Why the sink cannot start or go on: one line for the operator that says what to do.
public final class SinkException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SinkException(String message) {
    super(message);
  }
}
