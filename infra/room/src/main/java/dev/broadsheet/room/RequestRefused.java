package dev.broadsheet.room;

/// A request that is not answered, and what its sender is told instead.
final class RequestRefused extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;

  /// @param status of HTTP
  /// @param code for the page, which has words for it
  /// @param message for people who look at the answer itself
  RequestRefused(int status, String code, String message) {
    super(message, null, false, false);
    this.status = status;
    this.code = code;
  }

  Answer answer() {
    Answer answer = Answer.problem(status, code, getMessage());
    return switch (status) {
      case 401 -> answer.with("WWW-Authenticate", "Basic realm=\"broadsheet\", charset=\"UTF-8\"");
      case 405 -> answer.with("Allow", "GET");
      default -> answer;
    };
  }
}
