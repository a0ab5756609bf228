package dev.broadsheet.ingest.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contract.RejectReason;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextDecoderTest {
  private static final Charset GB = Charset.forName("GB18030");
  private static final Charset BIG5 = Charset.forName("x-windows-950");
  private static final String SIMPLIFIED =
      """
      云溪日报 2025年3月20日 星期四
      全市春耕生产现场会在柳塘镇召开
      本报讯 记者林知远报道：昨日，全市春耕生产现场会在柳塘镇召开，与会人员实地察看了育秧工厂和高标准农田。
      会议要求，各地要抓住农时，把种子、化肥等农资备足，确保春播任务按时完成。
      """;
  private static final String TRADITIONAL =
      """
      雲溪日報 2025年3月20日 星期四
      全市春耕生產現場會在柳塘鎮召開
      本報訊 記者林知遠報導：昨日，全市春耕生產現場會在柳塘鎮召開，與會人員實地察看了育秧工廠和高標準農田。
      會議要求，各地要抓住農時，把種子、化肥等農資備足，確保春播任務按時完成。
      """;

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "GB18030", "UTF-16LE", "UTF-16BE"})
  void recognisesTheEncodingOfSimplifiedText(String charset) {
    assertThat(TextDecoder.decode(SIMPLIFIED.getBytes(Charset.forName(charset))))
        .isEqualTo(new Decoding.Decoded(SIMPLIFIED, charset));
  }

  @ParameterizedTest
  @CsvSource({"UTF-8, UTF-8", "x-windows-950, Big5", "GB18030, GB18030", "UTF-16LE, UTF-16LE"})
  void recognisesTheEncodingOfTraditionalText(String charset, String name) {
    assertThat(TextDecoder.decode(TRADITIONAL.getBytes(Charset.forName(charset))))
        .isEqualTo(new Decoding.Decoded(TRADITIONAL, name));
  }

  @ParameterizedTest
  @CsvSource({
    "EFBBBF, UTF-8",
    "FFFE, UTF-16LE",
    "FEFF, UTF-16BE",
    "FFFE0000, UTF-32LE",
    "0000FEFF, UTF-32BE",
    "84319533, GB18030"
  })
  void leavesOutAByteOrderMarkAndFollowsIt(String mark, String charset) {
    byte[] bytes = join(HexFormat.of().parseHex(mark), "报 1".getBytes(Charset.forName(charset)));

    assertThat(TextDecoder.decode(bytes)).isEqualTo(new Decoding.Decoded("报 1", charset));
  }

  @Test
  void readsFourByteCharactersOfGb18030() {
    String text = SIMPLIFIED + "龦䶮𠮷先生出席会议。\n";

    assertThat(TextDecoder.decode(text.getBytes(GB)))
        .isEqualTo(new Decoding.Decoded(text, "GB18030"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "Big5", "GB2312", "no such charset", ""})
  void doesNotBelieveADeclarationThatLies(String declared) {
    assertThat(TextDecoder.decode(SIMPLIFIED.getBytes(GB), declared))
        .isEqualTo(new Decoding.Decoded(SIMPLIFIED, "GB18030"));
  }

  @ParameterizedTest
  @CsvSource({
    "GB18030, 2, GB18030",
    "UTF-8, 3, UTF-8",
    "UTF-16LE, 2, UTF-16LE",
    "x-windows-950, 2, Big5"
  })
  void namesTheCharacterThatIsCutAtTheEnd(String charset, int width, String name) {
    byte[] whole =
        (charset.startsWith("x") ? TRADITIONAL : SIMPLIFIED)
            .strip()
            .getBytes(Charset.forName(charset));
    byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 1);

    refused(cut, "truncated", "at byte " + (whole.length - width), name);
  }

  @ParameterizedTest
  @CsvSource({"UTF-8", "GB18030"})
  void namesTheOneBadByteOfALongPage(String charset) {
    byte[] bytes = SIMPLIFIED.repeat(100).getBytes(Charset.forName(charset));
    int at = SIMPLIFIED.repeat(50).getBytes(Charset.forName(charset)).length;
    bytes[at] = (byte) 0xFF;

    refused(bytes, "not " + charset, "at byte " + at, "0xFF");
  }

  @Test
  void refusesTwoEncodingsInOneFileAndNamesWhereEachBegins() {
    byte[] head = "全市春耕生产现场会召开\n".getBytes(GB);
    byte[] body = SIMPLIFIED.getBytes(StandardCharsets.UTF_8);

    refused(join(head, body), "mixed", "UTF-8 from byte " + head.length, "GB18030 from byte 0");
    refused(join(body, head), "mixed", "UTF-8 from byte 0", "GB18030 from byte " + body.length);
    byte[] tail = "全市春耕生产现场会今天召开\n".getBytes(StandardCharsets.UTF_8);
    byte[] chinese = SIMPLIFIED.repeat(5).getBytes(GB);
    refused(join(chinese, tail), "mixed", "UTF-8 from byte " + chinese.length);
    byte[] other = "全市春耕生產現場會召開了\n".getBytes(BIG5);
    refused(join(chinese, other), "mixed", "Big5 from byte " + chinese.length);
  }

  @Test
  void refusesWhatReadsLikeNothing() {
    var random = new java.util.Random(1);
    byte[] bytes = new byte[4_000];
    random.nextBytes(bytes);

    assertThat(TextDecoder.decode(bytes)).isInstanceOf(Decoding.Refused.class);
  }

  @Property
  void neverPutsAReplacementCharacterForWhatItCannotRead(@ForAll byte[] bytes) {
    if (TextDecoder.decode(bytes) instanceof Decoding.Decoded(var text, var charset)) {
      byte[] lost = "\uFFFD".getBytes(Charset.forName(charset));
      boolean isThere = HexFormat.of().formatHex(bytes).contains(HexFormat.of().formatHex(lost));

      assertThat(text.indexOf('\uFFFD') < 0 || isThere).isTrue();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "UTF-8, GB18030, UTF-8 read as GB18030",
    "UTF-8, windows-1252, UTF-8 read as",
    "UTF-8, ISO-8859-1, UTF-8 read as",
    "GB18030, ISO-8859-1, GB18030 read as ISO-8859-1",
    "GB18030, x-windows-950, GB18030 read as x-windows-950"
  })
  void findsTextThatWasGarbledBefore(String written, String read, String message) {
    String garbled =
        new String(SIMPLIFIED.getBytes(Charset.forName(written)), Charset.forName(read));

    assertThat(Mojibake.in(garbled)).hasValueSatisfying(m -> assertThat(m).startsWith(message));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        SIMPLIFIED,
        TRADITIONAL,
        "The quick brown fox",
        "Съешь же ещё этих мягких французских булок",
        "王磊 刘洋 张鑫 赵鹏 孙蕾 霍昕 晏殊 龚琳娜",
        ""
      })
  void takesNoOrdinaryTextForGarbled(String text) {
    assertThat(Mojibake.in(text)).isEmpty();
  }

  private static void refused(byte[] bytes, String... parts) {
    assertThat(TextDecoder.decode(bytes))
        .isInstanceOfSatisfying(
            Decoding.Refused.class,
            r -> {
              assertThat(r.reason()).isEqualTo(RejectReason.ENCODING);
              assertThat(r.message()).contains(parts);
            });
  }

  private static byte[] join(byte[] one, byte[] other) {
    var out = new ByteArrayOutputStream();
    out.writeBytes(one);
    out.writeBytes(other);
    return out.toByteArray();
  }
}
