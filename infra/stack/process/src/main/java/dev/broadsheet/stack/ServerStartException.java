package dev.broadsheet.stack;

/// A process that did not start, or did not become ready. The message is fit for a user: it names
/// the process, the reason and, where there is one, the log file with its last lines.
public final class ServerStartException extends RuntimeException {
  ServerStartException(String message) {
    super(message);
  }

  ServerStartException(String message, Throwable cause) {
    super(message, cause);
  }
}
