package dev.broadsheet.ingest.push;

import dev.broadsheet.contract.Digests;
import dev.broadsheet.contract.IssueHints;
import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.ingest.file.FileReading;
import dev.broadsheet.ingest.file.IssueReader;
import dev.broadsheet.ingest.file.Printable;
import dev.broadsheet.ingest.ledger.IncomingIssue;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;

/// What a request to publish says of its body, and the issue that they are together.
final class RequestText {
  private static final String TEXT = "text/plain";
  private static final String DIGEST = "Content-Digest";

  /// One member of the header, such as `sha-256=:RBNvo1WzZ4oRRq0W9-hSkQ==:`.
  private static final Pattern SHA_256 = Pattern.compile("sha-256=:([A-Za-z0-9+/=]{1,64}):");

  private static final int LONGEST_HINT = 200;

  private RequestText() {}

  /// Checks what can be told before the body is read.
  static void check(Request request) throws RequestRefused {
    String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    if (type != null && !TEXT.equalsIgnoreCase(MimeTypes.getContentTypeWithoutCharset(type))) {
      throw refused(415, "type", "Not taken in", "give the text of the page as text/plain");
    }
    if (request.getHeaders().contains(HttpHeader.CONTENT_ENCODING)) {
      throw new RequestRefused(
          Problem.of(415, "coding", "Not taken in", "send the body without Content-Encoding")
              .with(HttpHeader.ACCEPT_ENCODING.asString(), "identity"));
    }
  }

  /// The issue in a body.
  static IncomingIssue issue(Request request, String key, Fields query, byte[] bytes)
      throws RequestRefused {
    checkDigest(request.getHeaders().get(DIGEST), bytes);
    return switch (IssueReader.of(bytes, charset(request), key, source(key), hints(query))) {
      case FileReading.Taken(var issues, _, _) -> issues.getFirst();
      case FileReading.Refused(var reason, var message) ->
          throw refused(status(reason), reason.code(), "Not a page of text", message);
    };
  }

  private static String charset(Request request) {
    String type = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
    String charset = type == null ? null : MimeTypes.getCharsetFromContentType(type);
    return charset == null ? "" : charset;
  }

  private static int status(RejectReason reason) {
    return switch (reason) {
      case TYPE -> 415;
      case TOO_LARGE -> 413;
      default -> 400;
    };
  }

  private static void checkDigest(@Nullable String header, byte[] bytes) throws RequestRefused {
    if (header == null) {
      return;
    }
    Matcher digest = SHA_256.matcher(header);
    if (!digest.find()) {
      throw refused(
          400, "digest", "Unknown digest", DIGEST + " holds no sha-256: send sha-256=:BASE64:");
    }
    if (!hex(digest.group(1)).equals(Digests.sha256(bytes))) {
      throw refused(
          400,
          RejectReason.INTEGRITY.code(),
          "Damaged on the way",
          "the body does not agree with its %s: send it again".formatted(DIGEST));
    }
  }

  private static String hex(String base64) {
    try {
      return HexFormat.of().formatHex(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException _) {
      return "";
    }
  }

  private static IssueHints hints(Fields query) throws RequestRefused {
    String date = hint(query, "date");
    if (date != null) {
      try {
        LocalDate.parse(date);
      } catch (DateTimeParseException _) {
        throw refused(400, "hint", "Not a date", "date=%s: 2025-03-20 is due".formatted(date));
      }
    }
    return new IssueHints(hint(query, "paper"), date, hint(query, "page"));
  }

  private static @Nullable String hint(Fields query, String name) throws RequestRefused {
    List<String> values = query.getValuesOrEmpty(name);
    if (values.isEmpty()) {
      return null;
    }
    String value = values.getFirst().strip();
    if (values.size() > 1 || value.isEmpty() || value.length() > LONGEST_HINT) {
      throw refused(
          400,
          "hint",
          "Not a hint",
          "%s: once, with 1 to %d characters".formatted(name, LONGEST_HINT));
    }
    return Printable.of(value);
  }

  private static String source(String key) {
    try {
      return new URI("push", key, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("key %s".formatted(Printable.of(key)), e);
    }
  }

  private static RequestRefused refused(int status, String code, String title, String detail) {
    return new RequestRefused(Problem.of(status, code, title, detail));
  }
}
