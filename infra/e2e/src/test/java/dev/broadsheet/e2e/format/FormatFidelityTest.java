package dev.broadsheet.e2e.format;

import static org.assertj.core.api.Assertions.assertThat;

import com.hankcs.hanlp.HanLP;
import dev.broadsheet.contract.Article;
import dev.broadsheet.contract.IssueHints;
import dev.broadsheet.contract.RawIssue;
import dev.broadsheet.e2e.format.SamplePage.Story;
import dev.broadsheet.enrich.Enrichment;
import dev.broadsheet.enrich.IssueEnricher;
import dev.broadsheet.enrich.quality.AnnotatedPage;
import dev.broadsheet.enrich.quality.Evaluation;
import dev.broadsheet.ingest.format.Contents;
import dev.broadsheet.ingest.format.FormatLimits;
import dev.broadsheet.ingest.format.FormatReader;
import dev.broadsheet.ingest.format.Page;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.JsonNodeFactory;

/// Holds the sample pages, in every format that they may come in, to the articles that their clean
/// text gives.
@Timeout(600)
class FormatFidelityTest {
  private static final double BAR = 0.95;
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Charset BIG5 = Charset.forName("x-windows-950");
  private static final IssueEnricher CORE = IssueEnricher.load();
  private static final FormatReader READER = new FormatReader(FormatLimits.of(8 << 20));
  private static final List<SamplePage> PAGES = SamplePage.all();

  @AfterAll
  static void close() {
    READER.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 4})
  void pdfPagesGiveTheArticlesOfCleanText(int columns) {
    List<String> texts = texts(PagePress.print(PAGES, columns));

    assertSame("PDF, columns: " + columns, PAGES, i -> articles(texts.get(i)));
  }

  @Test
  void htmlOfWholePagesGivesTheArticlesOfCleanText() {
    assertSame(
        "HTML, a page each", PAGES, i -> articles(text(html(PAGES.get(i)).getBytes(GB18030))));
  }

  @Test
  void gb18030GivesTheArticlesOfCleanText() {
    assertSame("GB18030", PAGES, i -> articles(text(PAGES.get(i).cleanText().getBytes(GB18030))));
  }

  @Test
  void big5GivesTheArticlesOfCleanText() {
    List<SamplePage> pages = PAGES.stream().map(p -> p.map(FormatFidelityTest::big5)).toList();

    assertSame("Big5", pages, i -> articles(text(pages.get(i).cleanText().getBytes(BIG5))));
  }

  @Test
  void zipOfAllFormatsGivesTheArticlesOfCleanText() {
    List<String> texts = texts(zip());

    assertSame("zip", PAGES, i -> articles(texts.get(i)));
  }

  private static void assertSame(
      String format, List<SamplePage> pages, Function<Integer, List<Article>> came) {
    var same = new Evaluation();
    var right = new Evaluation();
    var cleanRight = new Evaluation();
    for (int i = 0; i < pages.size(); i++) {
      SamplePage page = pages.get(i);
      List<Article> clean = articles(page.cleanText());
      List<Article> articles = came.apply(i);
      same.add(asAnnotated(page, clean), articles);
      right.add(page.annotation(), articles);
      cleanRight.add(page.annotation(), clean);
    }
    System.out.printf(
        "%s: articles as from clean text %s, as annotated %s (clean text %s)%n%s%n",
        format, same.of("articles"), right.of("articles"), cleanRight.of("articles"), same);
    assertThat(same.of("articles").f1()).isGreaterThanOrEqualTo(BAR);
  }

  private static AnnotatedPage asAnnotated(SamplePage page, List<Article> articles) {
    var nothing = JsonNodeFactory.instance.objectNode();
    return new AnnotatedPage(
        page.annotation().name(),
        page.cleanText(),
        articles.stream()
            .filter(a -> !a.text().body().isBlank())
            .map(a -> new AnnotatedPage.Piece(nothing, List.of(a.text().body().split("\n", -1))))
            .toList(),
        page.annotation().issue());
  }

  /// As e-paper sites show a page: a menu, the stories, and a foot.
  private static String html(SamplePage page) {
    return page.stories().stream()
        .map(FormatFidelityTest::html)
        .collect(
            Collectors.joining(
                "\n",
                """
                <html><head><meta charset="gb2312"><title>数字报</title><script>var x = 1;</script></head><body>
                <ul><li><a href="1">第1版</a></li><li><a href="2">第2版</a></li><li><a href="3">第3版</a></li>\
                <li><a href="4">第4版</a></li></ul>
                <h1>%s</h1><p>%s</p>
                """
                    .formatted(page.paper(), page.dateline()),
                "<footer>版权所有 未经许可不得转载</footer></body></html>"));
  }

  private static String html(Story story) {
    return Stream.concat(
            story.head().stream().map(l -> "<h2>" + l.text() + "</h2>"),
            story.paragraphs().stream().map(p -> "<p>　　" + p + "</p>"))
        .collect(Collectors.joining("\n", "<div class=\"article\">", "</div>"));
  }

  /// A page each, in turn as text in two encodings, HTML and PDF.
  private static byte[] zip() {
    var out = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(out)) {
      for (int i = 0; i < PAGES.size(); i++) {
        SamplePage page = PAGES.get(i);
        boolean isPdf = i % 4 == 3;
        String extension = isPdf ? "pdf" : i % 4 == 2 ? "html" : "txt";
        zip.putNextEntry(new ZipEntry("%02d.%s".formatted(i, extension)));
        zip.write(
            switch (i % 4) {
              case 0 -> page.cleanText().getBytes(StandardCharsets.UTF_8);
              case 1 -> page.cleanText().getBytes(GB18030);
              case 2 -> html(page).getBytes(GB18030);
              default -> PagePress.print(List.of(page), 4);
            });
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static String text(byte[] file) {
    return texts(file).getFirst();
  }

  private static List<String> texts(byte[] file) {
    Contents contents = READER.read(file, "");
    assertThat(contents).isInstanceOf(Contents.Pages.class);
    return ((Contents.Pages) contents).pages().stream().map(Page::text).toList();
  }

  /// Traditional characters; what Big5 lacks becomes what a newsroom would set instead.
  private static String big5(String text) {
    var encoder = BIG5.newEncoder();
    return HanLP.convertToTraditionalChinese(text)
        .codePoints()
        .mapToObj(Character::toString)
        .map(c -> encoder.canEncode(c) ? c : "[" + c + "]")
        .collect(Collectors.joining());
  }

  private static List<Article> articles(String text) {
    var origin = new RawIssue.Origin("file:x", "text/plain", "UTF-8", "0".repeat(64));
    var issue = new RawIssue("x", text, 1, false, origin, Instant.EPOCH, IssueHints.NONE);
    var source = new Article.Source("file:x", "0".repeat(64), null, "test", 0, 0);
    return switch (CORE.enrich(issue, source)) {
      case Enrichment.Articles(var articles) -> articles;
      case Enrichment.Rejected(var reason, var message) ->
          throw new AssertionError(reason + ": " + message);
    };
  }
}
