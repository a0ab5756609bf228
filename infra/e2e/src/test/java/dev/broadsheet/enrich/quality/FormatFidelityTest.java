package dev.broadsheet.enrich.quality;

import static org.assertj.core.api.Assertions.assertThat;

import com.hankcs.hanlp.HanLP;
import dev.broadsheet.contract.Article;
import dev.broadsheet.contract.IssueHints;
import dev.broadsheet.contract.RawIssue;
import dev.broadsheet.enrich.Enrichment;
import dev.broadsheet.enrich.IssueEnricher;
import dev.broadsheet.ingest.format.Contents;
import dev.broadsheet.ingest.format.Fixtures;
import dev.broadsheet.ingest.format.FormatLimits;
import dev.broadsheet.ingest.format.FormatReader;
import dev.broadsheet.ingest.format.Page;
import dev.broadsheet.ingest.pdf.PdfPrinter;
import dev.broadsheet.ingest.pdf.PdfPrinter.Coding;
import dev.broadsheet.ingest.pdf.PdfPrinter.Story;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Holds every format to the articles that the clean text of the same page gives.
@Timeout(600)
class FormatFidelityTest {
  private static final double BAR = 0.95;
  private static final double FOUND = 0.9;
  private static final Path SAMPLES = Path.of("../cli/src/main/resources/samples");
  private static final IssueEnricher CORE = IssueEnricher.load();
  private static final FormatReader READER = new FormatReader(FormatLimits.of(8 << 20));
  private static final List<List<Story>> PAGES = pages();

  @AfterAll
  static void close() {
    READER.close();
  }

  @ParameterizedTest
  @CsvSource({"1, COLLECTION", "2, COLLECTION", "2, TABLE", "4, COLLECTION", "4, TABLE"})
  void pdfPagesGiveTheArticlesOfCleanText(int columns, Coding coding) {
    assertSame("PDF " + columns, page -> text(PdfPrinter.print(page, columns, coding)));
  }

  @Test
  void htmlPagesGiveTheArticlesOfCleanText() {
    assertSame("HTML", page -> text(html(page).getBytes(Charset.forName("GB18030"))));
  }

  @Test
  void gb18030GivesTheSameText() {
    for (List<Story> page : PAGES) {
      assertThat(text(clean(page).getBytes(Charset.forName("GB18030")))).isEqualTo(clean(page));
    }
  }

  @Test
  void big5GivesTheSameText() {
    Charset big5 = Charset.forName("x-windows-950");
    for (List<Story> page : PAGES) {
      String traditional =
          encodable(HanLP.convertToTraditionalChinese(clean(page)), big5.newEncoder());
      assertThat(text(traditional.getBytes(big5))).isEqualTo(traditional);
    }
  }

  @Test
  void zipGivesTheSameTexts() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    for (int i = 0; i < PAGES.size(); i++) {
      entries.put("%02d.txt".formatted(i), clean(PAGES.get(i)).getBytes(StandardCharsets.UTF_8));
    }

    var pages = (Contents.Pages) READER.read(Fixtures.zip(entries), "");

    assertThat(pages.pages())
        .extracting(Page::text)
        .containsExactlyElementsOf(PAGES.stream().map(FormatFidelityTest::clean).toList());
  }

  private static void assertSame(String format, Function<List<Story>, String> print) {
    int hits = 0;
    int said = 0;
    int right = 0;
    for (List<Story> page : PAGES) {
      List<String> expected = bodies(clean(page));
      List<String> ours = bodies(print.apply(page));
      said += ours.size();
      right += expected.size();
      List<String> open = new ArrayList<>(expected);
      for (String body : ours) {
        hits += open.remove(first(open, body)) ? 1 : 0;
      }
    }
    double f1 = 2.0 * hits / (said + right);
    System.out.printf("%s: articles F1 %.3f (%d of %d, %d said)%n", format, f1, hits, right, said);
    assertThat(f1).isGreaterThanOrEqualTo(BAR);
  }

  private static String first(List<String> open, String body) {
    var grams = Texts.grams(body);
    return open.stream()
        .filter(other -> Texts.f1(grams, Texts.grams(other)) >= FOUND)
        .findFirst()
        .orElse("");
  }

  private static String clean(List<Story> page) {
    return page.stream()
        .map(s -> s.headline() + "\n\n" + String.join("\n\n", s.paragraphs()))
        .collect(Collectors.joining("\n\n", "", "\n"));
  }

  private static String html(List<Story> page) {
    return page.stream()
        .map(
            s ->
                s.paragraphs().stream()
                    .map(p -> "<p>　　" + p + "</p>")
                    .collect(
                        Collectors.joining("", "<div><h2>" + s.headline() + "</h2>", "</div>")))
        .collect(
            Collectors.joining(
                "\n",
                "<html><meta charset=gb2312><script>var x;</script><body>",
                "</body></html>"));
  }

  private static String text(byte[] file) {
    Contents contents = READER.read(file, "");
    assertThat(contents).isInstanceOf(Contents.Pages.class);
    return ((Contents.Pages) contents).pages().getFirst().text();
  }

  private static String encodable(String text, CharsetEncoder encoder) {
    return text.codePoints()
        .mapToObj(Character::toString)
        .filter(encoder::canEncode)
        .collect(Collectors.joining());
  }

  private static List<String> bodies(String text) {
    return articles(text).stream().map(a -> a.text().body()).filter(b -> !b.isBlank()).toList();
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

  /// The stories of the sample pages, as an editor would have them: headline and paragraphs.
  private static List<List<Story>> pages() {
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      return files
          .filter(f -> f.toString().endsWith(".txt"))
          .sorted()
          .map(FormatFidelityTest::stories)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Story> stories(Path file) {
    try {
      return articles(Files.readString(file)).stream()
          .filter(a -> a.text().headline() != null && !a.text().body().isBlank())
          .map(a -> new Story(a.text().headline(), Arrays.asList(a.text().body().split("\n", -1))))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
