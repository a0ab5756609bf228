package dev.broadsheet.ingest.push;

import dev.broadsheet.contract.Json;
import dev.broadsheet.contract.access.Tokens;
import dev.broadsheet.ingest.file.Printable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Admits requests, hands them on and writes the answers.
final class PushHandler extends Handler.Abstract {
  private static final Logger log = LoggerFactory.getLogger(PushHandler.class);
  private static final String OPEN_API = "/openapi.json";

  private final Tokens tokens;
  private final RateLimit rate;
  private final IssueHandler issues;
  private final byte[] openApi = openApi();

  PushHandler(Tokens tokens, RateLimit rate, IssueHandler issues) {
    this.tokens = tokens;
    this.rate = rate;
    this.issues = issues;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    String path = request.getHttpURI().getPath();
    Answer answer;
    try {
      answer = answer(request, path == null ? "" : path);
    } catch (RequestRefused e) {
      Problem problem = e.problem();
      log.atInfo()
          .addKeyValue("reason", problem.code())
          .addKeyValue("status", problem.status())
          .addKeyValue("path", Printable.of(String.valueOf(path)))
          .log("Request refused");
      answer = Answer.of(problem, Printable.of(String.valueOf(path)));
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      answer = Answer.of(ErrorAnswers.stopping(), Printable.of(String.valueOf(path)));
    }
    write(answer, response, callback);
    return true;
  }

  private Answer answer(Request request, String path) throws RequestRefused, InterruptedException {
    admit(rate.take(Request.getRemoteAddr(request)));
    if (path.equals(OPEN_API)) {
      return new Answer(200, Map.of(), openApi);
    }
    if (!tokens.admit(request.getHeaders().get(HttpHeader.AUTHORIZATION))) {
      throw new RequestRefused(
          Problem.of(
                  401,
                  "token",
                  "Not admitted",
                  "send Authorization: Bearer and a token of push.token.file")
              .with(HttpHeader.WWW_AUTHENTICATE.asString(), "Bearer realm=\"broadsheet\""));
    }
    if (!path.startsWith(IssuePath.PREFIX)) {
      throw new RequestRefused(
          Problem.of(404, "path", "No such path", "use /issues/KEY; see " + OPEN_API));
    }
    return issues.answer(request, IssuePath.key(path));
  }

  private static void admit(Duration wait) throws RequestRefused {
    if (!wait.isZero()) {
      throw new RequestRefused(
          Problem.of(429, "rate", "Too many requests", "send fewer requests a second")
              .with(HttpHeader.RETRY_AFTER.asString(), wait.plusMillis(999).toSeconds()));
    }
  }

  /// Writes an answer; nothing of it is ever kept or guessed at by whoever receives it.
  static void write(Answer answer, Response response, Callback callback) {
    response.setStatus(answer.status());
    var headers = response.getHeaders();
    headers.put("X-Content-Type-Options", "nosniff");
    headers.put(HttpHeader.CACHE_CONTROL, "no-store");
    headers.put("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    answer.headers().forEach(headers::put);
    Object body = answer.body();
    if (body == null) {
      response.write(true, null, callback);
      return;
    }
    headers.put(
        HttpHeader.CONTENT_TYPE,
        body instanceof Problem.Body ? "application/problem+json" : "application/json");
    byte[] bytes = body instanceof byte[] ready ? ready : Json.bytes(body);
    headers.put(HttpHeader.CONTENT_LENGTH, bytes.length);
    response.write(true, ByteBuffer.wrap(bytes), callback);
  }

  private static byte[] openApi() {
    try (InputStream in = PushHandler.class.getResourceAsStream("openapi.json")) {
      return Objects.requireNonNull(in, "openapi.json").readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
