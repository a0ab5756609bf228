package dev.broadsheet.ingest.format;

import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.ingest.encoding.Decoding;
import dev.broadsheet.ingest.encoding.TextDecoder;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Names of the entries of an archive.
final class Names {
  private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*", Pattern.DOTALL);
  private static final Set<String> OF_SYSTEMS = Set.of("__MACOSX", "Thumbs.db", "desktop.ini");

  private Names() {}

  /// The path that a name stands for.
  ///
  /// @throws Refusal when it leads out of the archive
  static String path(String name) throws Refusal {
    String path = name.replace('\\', '/');
    boolean leadsOut =
        path.startsWith("/")
            || DRIVE.matcher(path).matches()
            || path.indexOf('\0') >= 0
            || Arrays.asList(path.split("/", -1)).contains("..");
    if (leadsOut) {
      throw new Refusal(
          RejectReason.ARCHIVE_PATH, "a name that leads out of the archive: pack it without");
    }
    return path;
  }

  /// Whether a path is one of those that systems and editors leave behind.
  static boolean isHidden(String path) {
    return Arrays.stream(path.split("/", -1))
        .anyMatch(part -> part.startsWith(".") || OF_SYSTEMS.contains(part));
  }

  /// Names as bytes in one unknown encoding: zip programs of Chinese systems write GBK and do not
  /// say so. Together they tell more about it than each alone.
  ///
  /// @throws Refusal when they are in no encoding
  static List<String> decode(List<byte[]> raw) throws Refusal {
    var all = new ByteArrayOutputStream();
    raw.forEach(
        name -> {
          all.writeBytes(name);
          all.write('\n');
        });
    return switch (TextDecoder.decode(all.toByteArray(), "GB18030")) {
      case Decoding.Decoded(var text, _) -> {
        List<String> names = new ArrayList<>(Arrays.asList(text.split("\n", -1)));
        names.removeLast();
        if (names.size() != raw.size()) {
          throw new Refusal(RejectReason.ARCHIVE_PATH, "names with line ends: pack it without");
        }
        yield names;
      }
      case Decoding.Refused(_, var message) ->
          throw new Refusal(
              RejectReason.ARCHIVE, "names in an unknown encoding (%s)".formatted(message));
    };
  }
}
