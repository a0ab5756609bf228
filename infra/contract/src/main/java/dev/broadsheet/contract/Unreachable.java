package dev.broadsheet.contract;

/// A server that does not answer. The message names its address and the setting that holds it, and
/// is fit to be shown to people as it is.
public final class Unreachable extends RuntimeException {
  public Unreachable(String message) {
    super(message);
  }

  public Unreachable(String message, Throwable cause) {
    super(message, cause);
  }
}
