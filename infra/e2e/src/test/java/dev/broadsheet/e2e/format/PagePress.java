package dev.broadsheet.e2e.format;

import dev.broadsheet.e2e.format.SamplePage.Line;
import dev.broadsheet.e2e.format.SamplePage.Story;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// Prints sample pages as a newspaper does: a name plate over the whole width, each head in the
/// middle over the columns of its story, paragraphs indented by two characters and as wide as
/// their column, and embedded fonts of which only the used characters are in the file. A brief
/// without a head follows in the columns of the story before it.
final class PagePress {
  private static final String FONTS = "/fonts/ttf/NotoSansSC/NotoSansSC-";
  private static final float BODY = 10;
  private static final float LEADING = 15;
  private static final float COLUMN = 16.5f * BODY;
  private static final float GUTTER = 16;
  private static final float MARGIN = 40;

  /// What no line begins with.
  private static final String CLOSING = "，。、；：？！”’）》」』,.;:?!)";

  private final int columns;
  private final List<Printed> printed = new ArrayList<>();
  private final PDFont regular;
  private final PDFont bold;

  /// A line that has its place.
  ///
  /// @param down from the top of the page
  /// @param spacing between characters
  private record Printed(
      String text, float x, float down, float size, PDFont font, float spacing) {}

  private PagePress(int columns, PDFont regular, PDFont bold) {
    this.columns = columns;
    this.regular = regular;
    this.bold = bold;
  }

  /// A file with a page for each sample page.
  ///
  /// @param columns of a page; with four, the first story has all of them and the others stand in
  ///     two halves of two each
  static byte[] print(List<SamplePage> pages, int columns) {
    try (var document = new PDDocument()) {
      PDFont regular = font(document, "Regular");
      PDFont bold = font(document, "Bold");
      for (SamplePage page : pages) {
        new PagePress(columns, regular, bold).print(page, document);
      }
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static PDFont font(PDDocument document, String weight) throws IOException {
    try (InputStream in = PagePress.class.getResourceAsStream(FONTS + weight + ".ttf")) {
      return PDType0Font.load(document, Objects.requireNonNull(in, weight), true);
    }
  }

  private void print(SamplePage page, PDDocument document) throws IOException {
    float down = centred(page.paper(), bold, 40, MARGIN, columns, 60);
    down = centred(page.dateline(), regular, BODY, MARGIN, columns, down) + LEADING;
    List<Story> stories = withBriefs(page.stories());
    if (columns == 4) {
      down = story(stories.getFirst(), MARGIN, 4, down);
      List<Story> others = stories.subList(1, stories.size());
      int half = (others.size() + 1) / 2;
      stack(others.subList(0, half), MARGIN, 2, down);
      stack(others.subList(half, others.size()), MARGIN + 2 * (COLUMN + GUTTER), 2, down);
    } else {
      stack(stories, MARGIN, columns, down);
    }
    add(document);
  }

  private static List<Story> withBriefs(List<Story> stories) {
    List<Story> all = new ArrayList<>();
    for (Story story : stories) {
      if (story.head().isEmpty() && !all.isEmpty()) {
        Story before = all.removeLast();
        List<String> paragraphs = new ArrayList<>(before.paragraphs());
        paragraphs.addAll(story.paragraphs());
        all.add(new Story(before.head(), paragraphs));
      } else {
        all.add(story);
      }
    }
    return all;
  }

  private void stack(List<Story> stories, float x, int width, float from) throws IOException {
    float down = from;
    for (Story story : stories) {
      down = story(story, x, width, down);
    }
  }

  /// @return where the next story begins
  private float story(Story story, float x, int width, float from) throws IOException {
    float down = from;
    for (Line line : story.head()) {
      boolean isHeadline = line.role() == SamplePage.Role.HEADLINE;
      down = centred(line.text(), isHeadline ? bold : regular, size(line), x, width, down);
    }
    List<Printed> lines = new ArrayList<>();
    for (String paragraph : story.paragraphs()) {
      set(paragraph, lines);
    }
    int each = (lines.size() + width - 1) / width;
    for (int i = 0; i < lines.size(); i++) {
      Printed line = lines.get(i);
      int column = i / each;
      printed.add(
          new Printed(
              line.text(),
              x + column * (COLUMN + GUTTER) + line.x(),
              down + LEADING + i % each * LEADING,
              BODY,
              regular,
              line.spacing()));
    }
    return down + each * LEADING + 2 * LEADING;
  }

  /// The lines of a paragraph, each but the last as wide as the column.
  private void set(String paragraph, List<Printed> lines) throws IOException {
    List<String> wrapped = wrapped("　　" + paragraph, regular, BODY, COLUMN);
    for (int i = 0; i < wrapped.size(); i++) {
      float indent = i == 0 ? 2 * BODY : 0;
      String text = wrapped.get(i).strip();
      float left = COLUMN - indent - width(text, regular, BODY);
      boolean isLast = i == wrapped.size() - 1;
      float spacing = isLast ? 0 : left / (text.codePointCount(0, text.length()) - 1);
      lines.add(new Printed(text, indent, 0, BODY, regular, spacing));
    }
  }

  private static float size(Line line) {
    return switch (line.role()) {
      case HEADLINE -> 22;
      case KICKER, DECK -> 14;
      case BYLINE -> BODY;
    };
  }

  private float centred(String text, PDFont font, float size, float x, int width, float from)
      throws IOException {
    float room = width * COLUMN + (width - 1) * GUTTER;
    float down = from;
    for (String line : wrapped(text, font, size, room)) {
      down += size * 1.5f;
      printed.add(new Printed(line, x + (room - width(line, font, size)) / 2, down, size, font, 0));
    }
    return down;
  }

  private static List<String> wrapped(String text, PDFont font, float size, float room)
      throws IOException {
    List<String> lines = new ArrayList<>();
    String rest = text;
    while (width(rest, font, size) > room) {
      int end = rest.length();
      while (end > 1 && width(rest.substring(0, end), font, size) > room) {
        end--;
      }
      if (end > 1 && CLOSING.indexOf(rest.charAt(end)) >= 0) {
        end--;
      }
      lines.add(rest.substring(0, end));
      rest = rest.substring(end);
    }
    lines.add(rest);
    return lines;
  }

  private static float width(String text, PDFont font, float size) throws IOException {
    return font.getStringWidth(text) / 1_000 * size;
  }

  private void add(PDDocument document) throws IOException {
    float height = MARGIN + (float) printed.stream().mapToDouble(Printed::down).max().orElse(0);
    float width = 2 * MARGIN + columns * COLUMN + (columns - 1) * GUTTER;
    var page = new PDPage(new PDRectangle(width, height));
    document.addPage(page);
    try (var content = new PDPageContentStream(document, page)) {
      for (Printed line : printed) {
        content.beginText();
        content.setFont(line.font(), line.size());
        content.setCharacterSpacing(line.spacing());
        content.newLineAtOffset(line.x(), height - line.down());
        content.showText(line.text());
        content.endText();
      }
    }
  }
}
