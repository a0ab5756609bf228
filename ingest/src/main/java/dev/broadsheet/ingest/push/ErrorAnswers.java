package dev.broadsheet.ingest.push;

import dev.broadsheet.ingest.file.Printable;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/// Answers what never got to a handler, or failed in it, in the same form as all other problems.
final class ErrorAnswers implements Request.Handler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    String path =
        request.getHttpURI() == null ? "" : String.valueOf(request.getHttpURI().getPath());
    PushHandler.write(Answer.of(problem(status, request), Printable.of(path)), response, callback);
    return true;
  }

  private static Problem problem(int status, Request request) {
    if (status == 503) {
      return stopping();
    }
    if (status >= 500) {
      return Problem.of(
          status, "failed", "Failed", "ingest itself failed on it: its log says more");
    }
    Object message = request.getAttribute(ErrorHandler.ERROR_MESSAGE);
    return Problem.of(
        status,
        "request",
        "Not a request",
        "%s: correct the request".formatted(Printable.of(String.valueOf(message))));
  }

  static Problem stopping() {
    return Problem.of(
            503, "stopping", "Stopping", "ingest is being stopped; send the same request again")
        .with("Retry-After", 10);
  }
}
