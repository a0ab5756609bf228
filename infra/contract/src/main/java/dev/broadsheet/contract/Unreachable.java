package dev.broadsheet.contract;

/// A server does not answer, does not let us in, or is not set up. The message is written for the
/// person who runs the command: it names the address and the setting that holds it, and is printed
/// without a stack trace.
public final class Unreachable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Unreachable(String message) {
    super(message);
  }

  public Unreachable(String message, Throwable cause) {
    super(message, cause);
  }
}
