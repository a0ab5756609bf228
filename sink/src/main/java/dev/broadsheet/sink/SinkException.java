package dev.broadsheet.sink;

/// Why the sink cannot start or go on: one line that says what to do, fit to be shown
/// to people as it is.
public final class SinkException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public SinkException(String message) {
    super(message);
  }

  public SinkException(String message, Throwable cause) {
    super(message, cause);
  }
}
