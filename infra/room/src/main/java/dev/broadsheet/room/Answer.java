package dev.broadsheet.room;

import dev.broadsheet.contract.Json;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// What a browser is told.
///
/// @param status of HTTP
/// @param headers besides those that every answer has
/// @param body may be empty
@SuppressWarnings("ArrayRecordComponent") // never compared
record Answer(int status, Map<String, String> headers, byte[] body) {
  /// The page loads nothing from elsewhere, runs no script but its own files, and makes no markup
  /// out of strings: browsers refuse the rest.
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
          + " img-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
          + " require-trusted-types-for 'script'; trusted-types 'none'";

  private static final Map<String, String> ALWAYS =
      Map.of(
          "Content-Security-Policy", POLICY,
          "X-Content-Type-Options", "nosniff",
          "Referrer-Policy", "no-referrer",
          "Cross-Origin-Opener-Policy", "same-origin",
          "Cross-Origin-Resource-Policy", "same-origin");

  Answer {
    headers = Map.copyOf(headers);
  }

  /// A problem, as JSON.
  private record Problem(String code, String message) {}

  /// A value, never kept by the browser.
  static Answer json(int status, Object value) {
    return new Answer(
        status,
        Map.of("Content-Type", "application/json", "Cache-Control", "no-store"),
        Json.bytes(value));
  }

  static Answer problem(int status, String code, @Nullable String message) {
    return json(status, new Problem(code, message == null ? code : message));
  }

  /// A file of the page, asked for again each time and sent only when it has changed.
  static Answer file(Assets.Asset asset, @Nullable String known) {
    var headers =
        Map.of("Content-Type", asset.type(), "Cache-Control", "no-cache", "ETag", asset.tag());
    return asset.tag().equals(known)
        ? new Answer(304, headers, new byte[0])
        : new Answer(200, headers, asset.bytes());
  }

  /// With one more header.
  Answer with(String name, String value) {
    var all = new HashMap<>(headers);
    all.put(name, value);
    return new Answer(status, all, body);
  }

  void write(Response response, Callback callback) {
    response.setStatus(status);
    var out = response.getHeaders();
    ALWAYS.forEach(out::put);
    headers.forEach(out::put);
    if (status != 304) {
      out.put(HttpHeader.CONTENT_LENGTH, body.length);
    }
    response.write(true, ByteBuffer.wrap(body), callback);
  }
}
