package dev.broadsheet.ingest.file;

import static dev.broadsheet.ingest.format.Fixtures.PAGE;
import static dev.broadsheet.ingest.format.Fixtures.utf8;

import dev.broadsheet.ingest.format.Fixtures;
import dev.broadsheet.ingest.pdf.PdfPrinter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;

/// The catalogue of bad inputs as far as one file shows them, each with its outcome: the code of a
/// refusal, or the charset that it is taken in with.
final class BadInputs {
  private static final Charset GB = Charset.forName("GB18030");

  /// An input.
  ///
  /// @param name of the file
  /// @param outcome code of the refusal, or charset
  @SuppressWarnings("ArrayRecordComponent") // Cases are never compared.
  record Case(String title, String name, byte[] bytes, String outcome) {
    @Override
    public String toString() {
      return title;
    }
  }

  /// Bytes of a page of text.
  static final int LIMIT = 8 << 20;

  private BadInputs() {}

  static Stream<Case> all() {
    return Stream.of(encodings(), shapes(), archives(), markup(), pdf()).flatMap(List::stream);
  }

  private static List<Case> encodings() {
    byte[] page = utf8(PAGE);
    byte[] gb = PAGE.getBytes(GB);
    byte[] broken = utf8(PAGE.repeat(200));
    broken[50_001] = (byte) 0xFF;
    return List.of(
        text("UTF-8 with a byte order mark", utf8("\uFEFF" + PAGE), "UTF-8"),
        text("UTF-16LE with a mark", marked("FFFE", StandardCharsets.UTF_16LE), "UTF-16LE"),
        text("UTF-16BE with a mark", marked("FEFF", StandardCharsets.UTF_16BE), "UTF-16BE"),
        text("UTF-16 without a mark", PAGE.getBytes(StandardCharsets.UTF_16LE), "UTF-16LE"),
        text(
            "UTF-16 of an odd number of bytes",
            cut(marked("FFFE", StandardCharsets.UTF_16LE), 1),
            "encoding"),
        text("UTF-8 cut within a character", cut(utf8(PAGE.strip()), 1), "encoding"),
        text("UTF-8 with one bad byte", broken, "encoding"),
        text("overlong UTF-8", bytes("61C0AF"), "encoding"),
        text("surrogates in UTF-8", bytes("61EDA080"), "encoding"),
        text("four-byte GB18030", (PAGE + "龦䶮𠮷").getBytes(GB), "GB18030"),
        text("GBK", gb, "GB18030"),
        text("Big5", TRADITIONAL.getBytes(Charset.forName("x-windows-950")), "Big5"),
        text("UTF-8 that was read as GBK", utf8(new String(page, GB)), "mojibake"),
        text("UTF-8 body with a GBK headline", join("一号会议在市里召开\n".getBytes(GB), page), "encoding"),
        text("NUL within text", utf8("版面\0文字"), "control-chars"),
        text("nothing but NUL", new byte[4_096], "empty"),
        text("controls and odd line ends", utf8("一\f二\u000B三\u0085四\u2028五\r\n六\r"), "UTF-8"),
        text("controls of direction", utf8("标题\u202E反\u2066的"), "UTF-8"),
        text("zero-width characters", utf8("报\u200B纸\u200D的\uFEFF字"), "UTF-8"),
        text("private glyphs", utf8("报纸的文字" + "\uE123".repeat(40)), "glyphs"),
        text("compatibility ideographs", utf8("\uF900\uFA0E 报纸的文字"), "UTF-8"),
        text("a tower of marks", utf8("e" + "\u0301".repeat(10_000)), "control-chars"),
        text("astral characters", utf8("𠮷野家 📰 葛\uDB40\uDD00 的报纸"), "UTF-8"));
  }

  private static final String TRADITIONAL =
      """
      本報訊 記者林知遠報導：昨日，全市春耕生產現場會在柳塘鎮召開，與會人員實地察看了育秧工廠和高標準農田。
      """;

  private static List<Case> shapes() {
    return List.of(
        text("an empty file", new byte[0], "empty"),
        text("one byte", bytes("20"), "empty"),
        text("a mark and nothing else", bytes("EFBBBF"), "empty"),
        text("a file over the limit", new byte[LIMIT + 1], "too-large"),
        text("a file at the limit", utf8("a".repeat(LIMIT)), "UTF-8"),
        text("a hundred thousand blank lines", utf8("　\n".repeat(100_000)), "empty"),
        text("a program named .txt", bytes("7F454C4602010100"), "type"),
        text("an old Office file", bytes("D0CF11E0A1B11AE1"), "type"),
        text("a picture", bytes("89504E470D0A1A0A00"), "type"));
  }

  private static List<Case> archives() {
    Map<String, byte[]> many = new LinkedHashMap<>();
    for (int i = 0; i < 200; i++) {
      many.put(i + ".txt", utf8(PAGE));
    }
    byte[] page = utf8(PAGE);
    byte[] bomb = new byte[40 << 20];
    return List.of(
        zip("a way out of the archive", Map.of("../../x.txt", page), "archive-path"),
        zip("an absolute path", Map.of("/etc/x.txt", page), "archive-path"),
        zip("a drive letter", Map.of("C:\\x.txt", page), "archive-path"),
        new Case("a link", "a.zip", Fixtures.zipWithLink("x", "/etc/passwd"), "archive-path"),
        new Case("a link in tar", "a.tar", Fixtures.tarWithLink("x", "/etc"), "archive-path"),
        new Case(
            "a way out of tar", "a.tar", Fixtures.tar(Map.of("../x.txt", page)), "archive-path"),
        zip("a zip bomb", Map.of("x.txt", bomb), "archive-limit"),
        new Case(
            "a gzip bomb",
            "a.gz",
            Fixtures.gzip(Fixtures.tar(Map.of("x.jpg", jpeg(bomb)))),
            "archive-limit"),
        new Case("archives too deep", "a.zip", Fixtures.nested(4), "archive-limit"),
        zip("too many entries", many, "archive-limit"),
        new Case("overlapping entries", "a.zip", Fixtures.overlappingZip(), "archive-limit"),
        new Case("an encrypted zip", "a.zip", Fixtures.encryptedZip(), "archive"),
        new Case("a wrong checksum", "a.zip", Fixtures.zipWithWrongChecksum(), "archive"),
        new Case("a zip cut short", "a.zip", cut(Fixtures.nested(1), 9), "archive"),
        new Case(
            "a zip with a tail", "a.zip", join(Fixtures.nested(1), bytes("00112233")), "archive"),
        new Case("a gzip cut short", "a.gz", cut(Fixtures.gzip(page), 9), "archive"),
        new Case(
            "a gzip with a tail", "a.gz", join(Fixtures.gzip(page), bytes("00112233")), "archive"),
        new Case(
            "a tar cut short",
            "a.tar",
            Arrays.copyOf(Fixtures.tar(Map.of("x.txt", page)), 600),
            "archive"),
        zip(
            "a Word file",
            Map.of("[Content_Types].xml", utf8("<?xml version='1.0'?><Types/>")),
            "type"),
        zip("an empty archive", Map.of(), "empty"));
  }

  private static List<Case> markup() {
    return List.of(
        html(
            "an entity of another file",
            "<?xml version='1.0'?><!DOCTYPE html [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                + "<html><body>报纸的文字&x;</body></html>",
            "xml"),
        html(
            "entities that multiply",
            "<!DOCTYPE html [<!ENTITY a \"哈\"><!ENTITY b"
                + " \"&a;&a;\">]><html><body>&b;</body></html>",
            "html-limit"),
        html(
            "ten thousand nested elements", "<html>" + "<div>".repeat(10_000) + "文字", "html-limit"),
        html("a huge attribute", "<html><p class='" + "x".repeat(2 << 20) + "'>文字", "html-limit"),
        html(
            "a charset that lies",
            new String(
                ("<html><meta charset=big5><p>" + PAGE).getBytes(GB), StandardCharsets.ISO_8859_1),
            "GB18030"),
        html("nothing but scripts", "<html><script>var a = '报纸';</script></html>", "empty"),
        html(
            "a picture within",
            "<html><img src='data:image/png;base64," + "A".repeat(LIMIT) + "'>",
            "too-large"),
        new Case("HTML named .pdf", "a.pdf", utf8("<html><p>找不到页面</html>"), "type"),
        new Case("XML that is no page", "a.html", utf8("<?xml version='1.0'?><feed/>"), "type"));
  }

  private static List<Case> pdf() {
    byte[] sound = PdfPrinter.pages(List.of("一版的文字"));
    String loop =
        """
        %PDF-1.4
        1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
        2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj
        trailer<</Root 1 0 R>>
        %%EOF
        """;
    return List.of(
        new Case("PDF named .txt", "a.txt", sound, "type"),
        new Case("a PDF cut short", "a.pdf", cut(sound, 60), "pdf"),
        new Case("a PDF of nothing", "a.pdf", utf8("%PDF-1.7\nabc\n%%EOF\n"), "pdf"),
        new Case("a scan", "a.pdf", PdfPrinter.pages(List.of("")), "pdf-no-text"),
        new Case(
            "a PDF with a password", "a.pdf", encrypted(sound, "geheim", true), "pdf-encrypted"),
        new Case(
            "a PDF that permits no text", "a.pdf", encrypted(sound, "", false), "pdf-encrypted"),
        new Case("a PDF with an owner only", "a.pdf", encrypted(sound, "", true), "UTF-8"),
        new Case("a page tree that holds itself", "a.pdf", utf8(loop), "pdf"),
        new Case(
            "a million pages declared and none there",
            "a.pdf",
            utf8(loop.replace("/Count 1", "/Count 1000000").replace("[2 0 R]", "[]")),
            "pdf"));
  }

  private static byte[] encrypted(byte[] pdf, String password, boolean isReadable) {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      var permission = new AccessPermission();
      permission.setCanExtractContent(isReadable);
      var policy = new StandardProtectionPolicy("owner", password, permission);
      policy.setEncryptionKeyLength(128);
      document.protect(policy);
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Case text(String title, byte[] bytes, String outcome) {
    return new Case(title, "a.txt", bytes, outcome);
  }

  private static Case html(String title, String markup, String outcome) {
    boolean isBytes = title.contains("lies");
    byte[] bytes = isBytes ? markup.getBytes(StandardCharsets.ISO_8859_1) : utf8(markup);
    return new Case(title, "a.html", bytes, outcome);
  }

  private static Case zip(String title, Map<String, byte[]> entries, String outcome) {
    return new Case(title, "a.zip", Fixtures.zip(entries), outcome);
  }

  private static byte[] jpeg(byte[] bytes) {
    byte[] picture = bytes.clone();
    picture[0] = (byte) 0xFF;
    picture[1] = (byte) 0xD8;
    picture[2] = (byte) 0xFF;
    return picture;
  }

  private static byte[] marked(String mark, Charset charset) {
    return join(bytes(mark), PAGE.getBytes(charset));
  }

  private static byte[] bytes(String hex) {
    return HexFormat.of().parseHex(hex);
  }

  private static byte[] cut(byte[] bytes, int by) {
    return Arrays.copyOf(bytes, bytes.length - by);
  }

  private static byte[] join(byte[] one, byte[] other) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(one);
    out.writeBytes(other);
    return out.toByteArray();
  }
}
