package dev.broadsheet.ingest.format;

import static dev.broadsheet.ingest.format.Fixtures.PAGE;
import static dev.broadsheet.ingest.format.Fixtures.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contract.RejectReason;
import java.nio.charset.Charset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(60)
class FormatReaderTest {
  private final FormatReader reader = new FormatReader(FormatLimits.of(8 << 20));

  @AfterEach
  void close() {
    reader.close();
  }

  @Test
  void readsPlainTextInWhateverEncoding() {
    Page page = only(PAGE.getBytes(Charset.forName("GB18030")));

    assertThat(page.text()).isEqualTo(PAGE);
    assertThat(page.name()).isEqualTo(new Page.Name.Whole());
    assertThat(page.source().charset()).isEqualTo("GB18030");
  }

  @Test
  void readsAllPagesOfAZipAndLeavesOutWhatSystemsLeaveBehind() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("b/", new byte[0]);
    entries.put("b/02.txt", utf8(PAGE + "二\n"));
    entries.put("01.txt", utf8(PAGE));
    entries.put("__MACOSX/._01.txt", new byte[] {0, 1, 2});
    entries.put("photo.jpg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1});

    var pages = (Contents.Pages) reader.read(Fixtures.zip(entries), "");

    assertThat(names(pages)).containsExactly("b/02.txt", "01.txt");
    assertThat(pages.remarks()).hasSize(2);
  }

  @Test
  void readsNamesThatChineseSystemsWrite() {
    byte[] zip = Fixtures.zip(Map.of("云溪日报\\第01版.txt", utf8(PAGE)), Charset.forName("GB18030"));

    assertThat(names((Contents.Pages) reader.read(zip, ""))).containsExactly("云溪日报/第01版.txt");
  }

  @Test
  void readsArchivesWithinArchives() {
    byte[] inner = Fixtures.tar(Map.of("01.txt", utf8(PAGE)));
    byte[] zip = Fixtures.zip(Map.of("day.tar.gz", Fixtures.gzip(inner)));

    assertThat(names((Contents.Pages) reader.read(zip, ""))).containsExactly("day.tar.gz/01.txt");
    assertThat(only(Fixtures.gzip(utf8(PAGE))).name()).isEqualTo(new Page.Name.Whole());
    assertThat(only(Fixtures.nested(3)).text()).isEqualTo(PAGE);
  }

  @Test
  void readsIssuesInJsonLines() {
    String lines =
        """
        {"key":"yxrb/2025-03-20/01","text":"一版的文字","paper":"云溪日报","date":"2025-03-20","page":"1"}

        {"key":"yxrb/2025-03-20/02","text":"二版的文字","editor":"x"}
        """;

    var pages = ((Contents.Pages) reader.read(utf8(lines), "")).pages();

    assertThat(pages)
        .extracting(Page::name)
        .containsExactly(
            new Page.Name.Keyed("yxrb/2025-03-20/01"), new Page.Name.Keyed("yxrb/2025-03-20/02"));
    assertThat(pages.getFirst().hints().paper()).isEqualTo("云溪日报");
    assertThat(pages.getLast().hints().paper()).isNull();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"key\":\"a\",\"text\":\"\\ud800\"} | ENCODING | line 1",
        "{\"key\":\"a\"} | DECODE | text",
        "{\"key\":\"a\",\"text\":\"文字\"}N{\"key\":\"a\",\"text\":\"文字\"} | KEY | line 2",
        "{\"key\":\"a\",\"text\":\"文字\"}N{\"key\":\"b\" | DECODE | line 2",
        "{\"key\":\"a\",\"text\":\" \"} | EMPTY | line 1"
      })
  void refusesAFileOfIssuesWholeWhenOneIsWrong(String lines, RejectReason reason, String message) {
    var refused = (Contents.Refused) reader.read(utf8(lines.replace("N", "\n")), "");

    assertThat(refused.reason()).isEqualTo(reason);
    assertThat(refused.message()).contains(message);
  }

  @Test
  void refusesAnArchiveWholeWhenOnePageIsWrong() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put("01.txt", utf8(PAGE));
    entries.put("02.txt", new byte[] {'a', (byte) 0xFF, (byte) 0xFE});

    var refused = (Contents.Refused) reader.read(Fixtures.zip(entries), "");

    assertThat(refused.reason()).isEqualTo(RejectReason.ENCODING);
    assertThat(refused.message()).startsWith("02.txt: ");
  }

  private Page only(byte[] bytes) {
    Contents contents = reader.read(bytes, "");
    assertThat(contents).isInstanceOf(Contents.Pages.class);
    assertThat(((Contents.Pages) contents).pages()).hasSize(1);
    return ((Contents.Pages) contents).pages().getFirst();
  }

  private static List<String> names(Contents.Pages pages) {
    return pages.pages().stream().map(p -> ((Page.Name.Within) p.name()).path()).toList();
  }
}
