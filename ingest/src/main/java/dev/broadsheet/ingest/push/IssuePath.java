package dev.broadsheet.ingest.push;

import dev.broadsheet.contract.Utf8;
import dev.broadsheet.ingest.file.IssueKeys;
import java.io.ByteArrayOutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/// The issue key in the path of a request.
final class IssuePath {
  /// What stands before the key.
  static final String PREFIX = "/issues/";

  private static final List<String> DOTS = List.of(".", "..");

  private IssuePath() {}

  /// The key of a path. Both `/` and `%2F` separate folders; characters that are not ASCII are
  /// percent-encoded UTF-8.
  ///
  /// @param rawPath as it stands in the request, with [#PREFIX]
  static String key(String rawPath) throws RequestRefused {
    String key;
    try {
      key = IssueKeys.check(Utf8.decode(bytes(rawPath.substring(PREFIX.length()))));
    } catch (CharacterCodingException e) {
      throw refused("it is not UTF-8: percent-encode the UTF-8 bytes of the key");
    } catch (IllegalArgumentException e) {
      throw refused(e.getMessage() + ": see the description of {key} in /openapi.json");
    }
    if (Arrays.stream(key.split("/", -1)).anyMatch(p -> p.isEmpty() || DOTS.contains(p))) {
      throw refused("a part of it is empty, . or ..: give every part a name");
    }
    return key;
  }

  /// The path of a key.
  static String of(String key) {
    var path = new StringBuilder(PREFIX);
    for (byte b : key.getBytes(StandardCharsets.UTF_8)) {
      if (b == '/' || isUnreserved(b)) {
        path.append((char) b);
      } else {
        path.append('%').append(hex(b >> 4)).append(hex(b));
      }
    }
    return path.toString();
  }

  private static boolean isUnreserved(byte b) {
    return b > 0 && (Character.isLetterOrDigit(b) || "-._~".indexOf(b) >= 0);
  }

  private static char hex(int nibble) {
    return Character.toUpperCase(Character.forDigit(nibble & 0xF, 16));
  }

  private static byte[] bytes(String encoded) {
    var bytes = new ByteArrayOutputStream(encoded.length());
    for (int i = 0; i < encoded.length(); i++) {
      char c = encoded.charAt(i);
      if (c == '%') {
        if (i + 2 >= encoded.length()) {
          throw new IllegalArgumentException("an issue key with a % that ends early");
        }
        int high = Character.digit(encoded.charAt(i + 1), 16);
        int low = Character.digit(encoded.charAt(i + 2), 16);
        if (high < 0 || low < 0) {
          throw new IllegalArgumentException("an issue key with a % that is not encoded as %25");
        }
        bytes.write(high << 4 | low);
        i += 2;
      } else {
        bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  private static RequestRefused refused(String detail) {
    return new RequestRefused(Problem.of(400, "key", "Not an issue key", detail));
  }
}
