package dev.broadsheet.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contract.RejectReason;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTextTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "一行\r二行\r\n三行\n四行\u0085五行\u2028六行",
        "　　缩进\t制表\u00A0空格\u200B零宽\u000B\u000C",
        "𠮷野家 📰 葛\uDB40\uDD00 \uE000 \uFFFD \u202E",
        "e\u0301e\u0301e\u0301"
      })
  void isWhatTheBytesSay(String text) {
    assertThat(PageText.of(text.getBytes(StandardCharsets.UTF_8), ""))
        .isEqualTo(new PageText.Text(text, "UTF-8"));
  }

  @Test
  void leavesOutTheByteOrderMarkOnce() {
    assertThat(PageText.of("\uFEFF\uFEFF报".getBytes(StandardCharsets.UTF_8), ""))
        .isEqualTo(new PageText.Text("\uFEFF报", "UTF-8"));
  }

  @ParameterizedTest
  @CsvSource({
    "'', EMPTY, holds no text",
    "20, EMPTY, holds no text",
    "EFBBBF, EMPTY, holds no text",
    "E380800AE2808B0D, EMPTY, holds no text",
    "00000000, EMPTY, holds no text",
    "61620063, CONTROL_CHARS, NUL at character 2",
    "6162D6D0, ENCODING, at byte 2 (0xD6)",
    "61C0AF, ENCODING, at byte 1 (0xC0)",
    "61EDA080, ENCODING, at byte 1 (0xED)",
    "E68AA5E68A, ENCODING, middle of a character at byte 3",
    "E68AA5F0, ENCODING, middle of a character at byte 3",
    "E68AA5E641, ENCODING, at byte 3 (0xE6)",
    "E68AA5FF, ENCODING, at byte 3 (0xFF)"
  })
  void refusesWhatIsNotText(String hex, RejectReason reason, String message) {
    assertThat(PageText.of(HexFormat.of().parseHex(hex), ""))
        .isInstanceOfSatisfying(
            PageText.NotText.class,
            refused -> {
              assertThat(refused.reason()).isEqualTo(reason);
              assertThat(refused.message()).contains(message);
            });
  }

  @Test
  void findsTheOneBadByteOfALongPage() {
    byte[] bytes = "报".repeat(20_000).getBytes(StandardCharsets.UTF_8);
    bytes[50_000] = (byte) 0xFF;

    assertThat(PageText.of(bytes, ""))
        .isInstanceOfSatisfying(
            PageText.NotText.class, r -> assertThat(r.message()).contains("at byte 49998"));
  }

  @Test
  void refusesATowerOfCombiningMarks() {
    String tower = "文e" + "\u0301".repeat(10_000);

    assertThat(PageText.of(tower.getBytes(StandardCharsets.UTF_8), ""))
        .isInstanceOfSatisfying(
            PageText.NotText.class,
            r -> assertThat(r.reason()).isEqualTo(RejectReason.CONTROL_CHARS));
  }

  @Test
  @Timeout(60)
  void isLinearInAMillionBlankLines() {
    var read = PageText.of("　\n".repeat(1_000_000).getBytes(StandardCharsets.UTF_8), "");

    assertThat(read).isInstanceOf(PageText.NotText.class);
  }

  @Property
  void neverLosesOrInventsAByteOfUtf8(@ForAll byte[] bytes) {
    if (PageText.of(bytes, "") instanceof PageText.Text(var text, var charset)
        && charset.equals("UTF-8")) {
      String whole = new String(bytes, StandardCharsets.UTF_8);

      assertThat(text).isEqualTo(whole.startsWith("\uFEFF") ? whole.substring(1) : whole);
    }
  }

  @Test
  void refusesTextOfPrivateGlyphs() {
    refuses("报纸的文字" + "\uE001".repeat(9), RejectReason.GLYPHS, "9 characters");
    refuses("报纸的文字" + "\uFFFD".repeat(9), RejectReason.GLYPHS, "9 characters");
  }

  @Test
  void refusesTextThatWasGarbledBefore() {
    String page = "全市春耕生产现场会在柳塘镇召开，与会人员实地察看了育秧工厂和高标准农田。";
    String garbled = new String(page.getBytes(StandardCharsets.UTF_8), Charset.forName("GB18030"));

    refuses(garbled, RejectReason.MOJIBAKE, "UTF-8 read as GB18030");
  }

  private static void refuses(String text, RejectReason reason, String message) {
    assertThat(PageText.of(text.getBytes(StandardCharsets.UTF_8), ""))
        .isInstanceOfSatisfying(
            PageText.NotText.class,
            r -> {
              assertThat(r.reason()).isEqualTo(reason);
              assertThat(r.message()).contains(message);
            });
  }
}
