package dev.broadsheet.ingest.pdf;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.cos.COSString;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.common.PDStream;

/// Prints articles in columns on PDF pages. The Chinese font is named and not embedded, as readers
/// of PDF files may supply it, so no font file is needed.
public final class PdfPrinter {
  private static final float BODY = 10;
  private static final float LEADING = 14;
  private static final float HEADLINE = 20;
  private static final float COLUMN = 180;
  private static final float GUTTER = 14;
  private static final float MARGIN = 40;

  /// How characters become bytes in a file.
  public enum Coding {
    /// A table of the character collection tells what they are.
    COLLECTION,
    /// A table in the file tells what they are, as for embedded fonts.
    TABLE,
    /// Nothing does.
    NONE
  }

  /// An article.
  public record Story(String headline, List<String> paragraphs) {
    public Story {
      paragraphs = List.copyOf(paragraphs);
    }
  }

  private final StringBuilder content = new StringBuilder();
  private float lowest;

  private record Placed(String text, float x, float down, float size) {}

  private final List<Placed> placed = new ArrayList<>();

  private PdfPrinter() {}

  /// A page of one file: stories one below the other, each in so many columns below its headline;
  /// with four columns, the first half of them in the left half of the page.
  public static byte[] print(List<Story> stories, int columns, Coding coding) {
    var printer = new PdfPrinter();
    if (columns == 4) {
      int half = (stories.size() + 1) / 2;
      printer.stack(stories.subList(0, half), MARGIN, 2);
      printer.stack(stories.subList(half, stories.size()), MARGIN + 2 * (COLUMN + GUTTER), 2);
    } else {
      printer.stack(stories, MARGIN, columns);
    }
    return save(List.of(printer), coding);
  }

  /// A file of pages with one line each; blank ones have no text.
  public static byte[] pages(List<String> lines) {
    List<PdfPrinter> printers = new ArrayList<>();
    for (String line : lines) {
      var printer = new PdfPrinter();
      printer.place(line, MARGIN, 60, BODY);
      printers.add(printer);
    }
    return save(printers, Coding.COLLECTION);
  }

  private void stack(List<Story> stories, float x, int columns) {
    float width = columns * COLUMN + (columns - 1) * GUTTER;
    float down = 60;
    for (Story story : stories) {
      for (String line : wrap(story.headline(), (int) (width / HEADLINE), 0)) {
        // In the middle, as headlines are.
        place(line, x + (width - line.length() * HEADLINE) / 2, down, HEADLINE);
        down += HEADLINE * 1.4f;
      }
      down = columns(story.paragraphs(), x, down + 4, columns) + 16;
    }
  }

  private float columns(List<String> paragraphs, float x, float down, int columns) {
    List<String> lines = new ArrayList<>();
    paragraphs.forEach(p -> lines.addAll(wrap(p, (int) (COLUMN / BODY), 2)));
    int each = (lines.size() + columns - 1) / columns;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      int indent = line.startsWith("  ") ? 2 : 0;
      int column = i / each;
      place(
          line.strip(),
          x + column * (COLUMN + GUTTER) + indent * BODY,
          down + i % each * LEADING,
          BODY);
    }
    return down + each * LEADING + HEADLINE;
  }

  private static List<String> wrap(String text, int width, int indent) {
    List<String> lines = new ArrayList<>();
    String rest = " ".repeat(indent) + text;
    while (rest.length() > width) {
      lines.add(rest.substring(0, width));
      rest = rest.substring(width);
    }
    lines.add(rest);
    return lines;
  }

  private void place(String text, float x, float down, float size) {
    placed.add(new Placed(text, x, down, size));
    lowest = Math.max(lowest, down);
  }

  private static byte[] save(List<PdfPrinter> printers, Coding coding) {
    try (var document = new PDDocument()) {
      var font = font(document, coding);
      for (PdfPrinter printer : printers) {
        printer.addTo(document, font);
      }
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void addTo(PDDocument document, COSDictionary font) throws IOException {
    float height = lowest + MARGIN;
    var page = new PDPage(new PDRectangle(MARGIN * 2 + 4 * (COLUMN + GUTTER), height));
    var fonts = new COSDictionary();
    fonts.setItem("F0", font);
    var resources = new COSDictionary();
    resources.setItem(COSName.FONT, fonts);
    page.setResources(new PDResources(resources));
    for (Placed one : placed) {
      if (!one.text().isBlank()) {
        content.append(
            String.format(
                Locale.ROOT,
                "BT /F0 %.1f Tf 1 0 0 1 %.2f %.2f Tm <%s> Tj ET%n",
                one.size(),
                one.x(),
                height - one.down(),
                HexFormat.of().formatHex(one.text().getBytes(StandardCharsets.UTF_16BE))));
      }
    }
    var stream = new PDStream(document);
    try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(content.toString().getBytes(StandardCharsets.US_ASCII));
    }
    page.setContents(stream);
    document.addPage(page);
  }

  private static COSDictionary font(PDDocument document, Coding coding) throws IOException {
    var system = new COSDictionary();
    system.setItem(COSName.REGISTRY, new COSString("Adobe"));
    system.setItem(
        COSName.ORDERING, new COSString(coding == Coding.COLLECTION ? "GB1" : "Identity"));
    system.setItem(COSName.SUPPLEMENT, COSInteger.get(coding == Coding.COLLECTION ? 4 : 0));
    var descriptor = new COSDictionary();
    descriptor.setItem(COSName.TYPE, COSName.FONT_DESC);
    descriptor.setName(COSName.FONT_NAME, "STSong-Light");
    descriptor.setInt(COSName.FLAGS, 6);
    var descendant = new COSDictionary();
    descendant.setItem(COSName.TYPE, COSName.FONT);
    descendant.setName(COSName.SUBTYPE, "CIDFontType0");
    descendant.setName(COSName.BASE_FONT, "STSong-Light");
    descendant.setItem(COSName.CIDSYSTEMINFO, system);
    descendant.setItem(COSName.FONT_DESC, descriptor);
    descendant.setInt(COSName.DW, 1000);
    var descendants = new COSArray();
    descendants.add(descendant);
    var font = new COSDictionary();
    font.setItem(COSName.TYPE, COSName.FONT);
    font.setName(COSName.SUBTYPE, "Type0");
    font.setName(COSName.BASE_FONT, "STSong-Light");
    font.setName(COSName.ENCODING, coding == Coding.COLLECTION ? "UniGB-UTF16-H" : "Identity-H");
    font.setItem(COSName.DESCENDANT_FONTS, descendants);
    if (coding == Coding.TABLE) {
      font.setItem(COSName.TO_UNICODE, table(document));
    }
    return font;
  }

  /// Every code is the character of its number.
  private static COSStream table(PDDocument document) throws IOException {
    var map = new StringBuilder();
    map.append("/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n");
    map.append("1 begincodespacerange <0000> <FFFF> endcodespacerange\n");
    for (int first = 0; first < 256; first += 64) {
      map.append("64 beginbfrange\n");
      for (int high = first; high < first + 64; high++) {
        map.append("<%1$02X00> <%1$02XFF> <%1$02X00>%n".formatted(high));
      }
      map.append("endbfrange\n");
    }
    map.append("endcmap end end\n");
    var stream = new PDStream(document);
    try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
      out.write(map.toString().getBytes(StandardCharsets.US_ASCII));
    }
    return stream.getCOSObject();
  }
}
