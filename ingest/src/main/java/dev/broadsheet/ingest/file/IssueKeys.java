package dev.broadsheet.ingest.file;

import dev.broadsheet.contract.ArticleId;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/// Issue keys from the names of files: the path below a root without extension, in NFC, `/` between
/// folders.
///
/// Two things that a name may hold and a key may not are written as `%` and two hex digits for each
/// byte: control characters, and bytes that are not UTF-8.
public final class IssueKeys {
  /// A dot and what looks like the name of a format. All digits are no extension, so that
  /// `2025.03.20` stays whole.
  private static final Pattern EXTENSION =
      Pattern.compile("(?<=.)\\.(?=[0-9]{0,9}[A-Za-z])[0-9A-Za-z]{1,10}$");

  private static final char REPLACEMENT = '\uFFFD';

  private IssueKeys() {}

  /// The key of a file.
  ///
  /// @param root absolute
  /// @param file absolute, below `root`
  /// @throws IllegalArgumentException that says why the name cannot be a key
  public static String of(Path root, Path file) {
    if (!file.startsWith(root) || file.equals(root)) {
      throw new IllegalArgumentException("it is not below %s".formatted(root));
    }
    var key = new StringJoiner("/");
    for (int depth = root.getNameCount() + 1; depth <= file.getNameCount(); depth++) {
      Path part = file.getRoot().resolve(file.subpath(0, depth));
      String name = name(part);
      key.add(depth == file.getNameCount() ? stem(name) : name);
    }
    return check(Normalizer.normalize(key.toString(), Normalizer.Form.NFC));
  }

  /// The key of a page within a file that holds several: the file stands for a folder of its name.
  ///
  /// @param file key of the file
  /// @param path of the page within it; where it begins with a folder of the file's own name, as in
  ///     an archive that was made of a folder, that folder counts once
  /// @throws IllegalArgumentException that says why the path cannot be a key
  public static String below(String file, String path) {
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/", -1)) {
      if (!part.isEmpty() && !part.equals(".")) {
        parts.add(clean(part));
      }
    }
    if (parts.isEmpty()) {
      throw new IllegalArgumentException("a page without a name");
    }
    if (parts.size() > 1 && parts.getFirst().equals(file.substring(file.lastIndexOf('/') + 1))) {
      parts.removeFirst();
    }
    parts.set(parts.size() - 1, stem(parts.getLast()));
    return check(file + "/" + String.join("/", parts));
  }

  /// A name without its extension; what is packed alone has two.
  private static String stem(String name) {
    String stem = EXTENSION.matcher(name).replaceFirst("");
    return name.toLowerCase(Locale.ROOT).endsWith(".gz")
        ? EXTENSION.matcher(stem).replaceFirst("")
        : stem;
  }

  /// A key that somebody gave.
  ///
  /// @return the key in NFC
  /// @throws IllegalArgumentException that says what is wrong with it
  public static String check(String key) {
    String normal = Normalizer.normalize(key, Normalizer.Form.NFC);
    int bytes = normal.getBytes(StandardCharsets.UTF_8).length;
    if (bytes < 1 || bytes > ArticleId.MAX_ISSUE_KEY_BYTES) {
      throw new IllegalArgumentException(
          "an issue key of %d bytes, 1 to %d are allowed"
              .formatted(bytes, ArticleId.MAX_ISSUE_KEY_BYTES));
    }
    if (normal.codePoints().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("an issue key with control characters");
    }
    return normal;
  }

  private static String name(Path part) {
    String name = part.getFileName().toString();
    if (name.indexOf(REPLACEMENT) >= 0) {
      name = fromBytes(part);
    }
    return clean(name);
  }

  private static String clean(String name) {
    if (name.codePoints().noneMatch(Character::isISOControl)) {
      return name;
    }
    var clean = new StringBuilder();
    name.codePoints()
        .forEach(
            c -> {
              String character = Character.toString(c);
              clean.append(
                  Character.isISOControl(c)
                      ? percent(character.getBytes(StandardCharsets.UTF_8))
                      : character);
            });
    return clean.toString();
  }

  /// A name that the platform could not decode: its bytes are to be had from the address only.
  private static String fromBytes(Path part) {
    String address = part.toUri().getRawPath();
    int end = address.endsWith("/") ? address.length() - 1 : address.length();
    var bytes = ByteBuffer.allocate(end);
    for (int i = address.lastIndexOf('/', end - 1) + 1; i < end; i++) {
      if (address.charAt(i) == '%') {
        bytes.put((byte) HexFormat.fromHexDigits(address, i + 1, i + 3));
        i += 2;
      } else {
        bytes.put((byte) address.charAt(i));
      }
    }
    return decode(bytes.flip());
  }

  private static String decode(ByteBuffer bytes) {
    var decoder =
        StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    var name = new StringBuilder();
    while (true) {
      var text = CharBuffer.allocate(bytes.remaining() + 1);
      var result = decoder.reset().decode(bytes, text, true);
      name.append(text.flip());
      if (!result.isError()) {
        return name.toString();
      }
      byte[] bad = new byte[result.length()];
      bytes.get(bad);
      name.append(percent(bad));
    }
  }

  private static String percent(byte[] bytes) {
    return HexFormat.of().withPrefix("%").withUpperCase().formatHex(bytes);
  }
}
