package dev.broadsheet.ingest.file;

import dev.broadsheet.contract.RejectReason;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What the first bytes say of a file that is not plain UTF-8 text. The extension of the name says
/// nothing: it may lie.
///
/// @param reason why it is not taken in
/// @param message what it is and what to do
record FileType(RejectReason reason, String message) {
  private static final int MARKUP_PREFIX = 64;

  private static final List<Signature> SIGNATURES =
      List.of(
          new Signature(hex("%PDF-"), other("a PDF file")),
          new Signature("504B0304", other("a zip archive or an Office file")),
          new Signature("1F8B", other("a gzip file")),
          new Signature("425A68", other("a bzip2 file")),
          new Signature("FD377A585A00", other("an xz file")),
          new Signature("377ABCAF271C", other("a 7z archive")),
          new Signature(hex("Rar!"), other("a rar archive")),
          new Signature("D0CF11E0A1B11AE1", other("an old Office file")),
          new Signature(hex("{\\rtf"), other("an RTF file")),
          new Signature("FFD8FF", other("a JPEG picture")),
          new Signature("89504E470D0A1A0A", other("a PNG picture")),
          new Signature(hex("GIF8"), other("a GIF picture")),
          new Signature("49492A00", other("a TIFF picture")),
          new Signature("4D4D002A", other("a TIFF picture")),
          new Signature("7F454C46", other("a program")));

  private static final List<String> MARKUP = List.of("<!doctype html", "<html", "<?xml");

  private record Signature(String hex, FileType type) {}

  /// What the bytes are; null when they may be text.
  static @Nullable FileType of(byte[] bytes) {
    String start = hex(bytes, 8);
    for (Signature signature : SIGNATURES) {
      if (start.startsWith(signature.hex)) {
        return signature.type;
      }
    }
    int length = Math.min(bytes.length, MARKUP_PREFIX);
    String text =
        new String(bytes, 0, length, StandardCharsets.ISO_8859_1)
            .replace("\u00EF\u00BB\u00BF", "")
            .stripLeading()
            .toLowerCase(Locale.ROOT);
    return MARKUP.stream().anyMatch(text::startsWith) ? other("an HTML or XML file") : null;
  }

  private static FileType other(String name) {
    return new FileType(
        RejectReason.TYPE, "%s by its first bytes: give its text as a file".formatted(name));
  }

  private static String hex(String ascii) {
    byte[] bytes = ascii.getBytes(StandardCharsets.US_ASCII);
    return hex(bytes, bytes.length);
  }

  private static String hex(byte[] bytes, int most) {
    return HexFormat.of().withUpperCase().formatHex(bytes, 0, Math.min(most, bytes.length));
  }
}
