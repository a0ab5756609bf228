package dev.broadsheet.ingest.format;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// What bytes are, told by their beginning. The extension of a name decides nothing; where it names
/// another format than the content is, something went wrong on the way, such as an error page
/// that was saved as a PDF file.
enum Format {
  TEXT("plain text"),
  HTML("an HTML file"),
  NDJSON("a file of issues in JSON lines"),
  PDF("a PDF file"),
  ZIP("a zip archive"),
  GZIP("a gzip file"),
  TAR("a tar archive"),
  /// Left out of archives; refused alone.
  PICTURE("a picture"),
  OTHER("a file of a kind that is not read");

  /// Enough for the signature of tar, which stands behind the first name.
  static final int HEAD_BYTES = 4_096;

  private static final int TAR_MAGIC_AT = 257;
  private static final int MARKUP_PREFIX = 512;

  private static final Map<String, Format> SIGNATURES =
      Map.ofEntries(
          Map.entry(hex("%PDF-"), PDF),
          Map.entry("504B0304", ZIP),
          Map.entry("504B0506", ZIP),
          Map.entry("1F8B", GZIP),
          Map.entry("FFD8FF", PICTURE),
          Map.entry("89504E470D0A1A0A", PICTURE),
          Map.entry(hex("GIF8"), PICTURE),
          Map.entry("49492A00", PICTURE),
          Map.entry("4D4D002A", PICTURE),
          Map.entry(hex("RIFF"), PICTURE),
          Map.entry("425A68", OTHER),
          Map.entry("FD377A585A00", OTHER),
          Map.entry("377ABCAF271C", OTHER),
          Map.entry(hex("Rar!"), OTHER),
          Map.entry("D0CF11E0A1B11AE1", OTHER),
          Map.entry(hex("{\\rtf"), OTHER),
          Map.entry("7F454C46", OTHER),
          Map.entry("CAFEBABE", OTHER),
          Map.entry("4D5A9000", OTHER));

  private static final Map<String, Format> EXTENSIONS =
      Map.ofEntries(
          Map.entry("txt", TEXT),
          Map.entry("htm", HTML),
          Map.entry("html", HTML),
          Map.entry("xhtml", HTML),
          Map.entry("shtml", HTML),
          Map.entry("ndjson", NDJSON),
          Map.entry("jsonl", NDJSON),
          Map.entry("pdf", PDF),
          Map.entry("zip", ZIP),
          Map.entry("gz", GZIP),
          Map.entry("tgz", GZIP),
          Map.entry("tar", TAR));

  private static final List<String> MARKUP =
      List.of("<!doctype", "<html", "<?xml", "<head", "<body", "<meta", "<!--");

  private final String words;

  Format(String words) {
    this.words = words;
  }

  /// What people call it.
  String words() {
    return words;
  }

  /// The format of what begins with `head`, [#HEAD_BYTES] of it or all.
  static Format of(byte[] head) {
    String start = HexFormat.of().withUpperCase().formatHex(head, 0, Math.min(8, head.length));
    for (var signature : SIGNATURES.entrySet()) {
      if (start.startsWith(signature.getKey())) {
        return signature.getValue();
      }
    }
    if (isTar(head)) {
      return TAR;
    }
    String text = ascii(head);
    if (MARKUP.stream().anyMatch(text::startsWith)) {
      return HTML;
    }
    return text.startsWith("{\"") ? NDJSON : TEXT;
  }

  /// The format that the extension of a name stands for; empty when it stands for none.
  static Optional<Format> named(String name) {
    int dot = name.lastIndexOf('.');
    return dot < 0
        ? Optional.empty()
        : Optional.ofNullable(EXTENSIONS.get(name.substring(dot + 1).toLowerCase(Locale.ROOT)));
  }

  private static boolean isTar(byte[] head) {
    return head.length >= TAR_MAGIC_AT + 5
        && new String(head, TAR_MAGIC_AT, 5, StandardCharsets.ISO_8859_1).equals("ustar");
  }

  /// The beginning without byte order mark, NUL bytes of UTF-16 and white space, in lower case.
  private static String ascii(byte[] head) {
    int length = Math.min(head.length, MARKUP_PREFIX);
    return new String(head, 0, length, StandardCharsets.ISO_8859_1)
        .replace("\u00EF\u00BB\u00BF", "")
        .replace("\u00FF\u00FE", "")
        .replace("\u00FE\u00FF", "")
        .replace("\0", "")
        .stripLeading()
        .toLowerCase(Locale.ROOT);
  }

  private static String hex(String ascii) {
    return HexFormat.of().withUpperCase().formatHex(ascii.getBytes(StandardCharsets.US_ASCII));
  }
}
