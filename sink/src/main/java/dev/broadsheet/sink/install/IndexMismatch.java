package dev.broadsheet.sink.install;

/// What is there cannot be brought in line with what is due. The message says what differs and what
/// to do, and is fit to be shown to people as it is.
public final class IndexMismatch extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public IndexMismatch(String message) {
    super(message);
  }

  public IndexMismatch(String message, Throwable cause) {
    super(message, cause);
  }
}
