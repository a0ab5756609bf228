package dev.broadsheet.room;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Answers what never got to a handler, or failed in it, without a word of it.
final class ErrorAnswers implements Request.Handler {
  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    int status = response.getStatus();
    Answer.problem(status, status >= 500 ? "failed" : "request", null).write(response, callback);
    return true;
  }
}
