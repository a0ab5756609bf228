package dev.broadsheet.sink.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contract.Digests;
import dev.broadsheet.contract.HeaderNames;
import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.sink.bulk.RecordCheck.Checked;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RecordCheckTest {
  private static final byte[] VALUE = "{\"id\":\"江湾/1#2\"}".getBytes(UTF_8);

  private final RecordCheck check = new RecordCheck(200);

  private static RecordHeaders headers(String revision) {
    RecordHeaders headers = new RecordHeaders();
    headers.add(HeaderNames.ISSUE, "江湾/1".getBytes(UTF_8));
    headers.add(HeaderNames.REVISION, revision.getBytes(UTF_8));
    headers.add(HeaderNames.SHA256, Digests.sha256(VALUE).getBytes(UTF_8));
    return headers;
  }

  private static ConsumerRecord<byte[], byte[]> record(
      byte[] key, byte[] value, RecordHeaders headers) {
    return Records.raw(0, 1, key, value, headers);
  }

  private static ConsumerRecord<byte[], byte[]> valued(byte[] value) {
    RecordHeaders headers = headers("1");
    headers.remove(HeaderNames.SHA256);
    headers.add(
        HeaderNames.SHA256, Digests.sha256(value == null ? new byte[0] : value).getBytes(UTF_8));
    return record("江湾/1#2".getBytes(UTF_8), value, headers);
  }

  private RejectReason reason(ConsumerRecord<byte[], byte[]> record) {
    return switch (check.check(record)) {
      case Checked.Fit fit -> throw new AssertionError(fit);
      case Checked.Unfit(var rejected) -> rejected.reason();
    };
  }

  @Test
  void passesARecordOfTheTopic() {
    Checked checked = check.check(record("江湾/1#2".getBytes(UTF_8), VALUE, headers("3")));

    assertThat(checked).isEqualTo(new Checked.Fit("江湾/1#2", 3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no-position", "a#0", "a#-1", "a#x", "#1", "a#01", "a#100000"})
  void refusesAKeyThatIsNoArticleId(String key) {
    assertThat(reason(record(key.getBytes(UTF_8), VALUE, headers("1"))))
        .isEqualTo(RejectReason.KEY);
  }

  @Test
  void refusesAKeyThatIsAbsentTooLongOrNotText() {
    byte[] bytes = {(byte) 0xff, (byte) 0xfe, '#', '1'};
    String chinese = "江".repeat(171) + "#1";

    assertThat(reason(record(null, VALUE, headers("1")))).isEqualTo(RejectReason.KEY);
    assertThat(reason(record(bytes, VALUE, headers("1")))).isEqualTo(RejectReason.KEY);
    assertThat(reason(record(chinese.getBytes(UTF_8), VALUE, headers("1"))))
        .isEqualTo(RejectReason.KEY);
  }

  @ParameterizedTest
  @CsvSource({
    "0",
    "-1",
    "''",
    "1.5",
    "+1",
    "01",
    "1000000000001",
    "9223372036854775807",
    "9223372036854775808",
    "99999999999999999999999999",
    "NaN"
  })
  void refusesARevisionThatIsNotInRange(String revision) {
    assertThat(reason(record("江湾/1#2".getBytes(UTF_8), VALUE, headers(revision))))
        .isEqualTo(RejectReason.REVISION);
  }

  @ParameterizedTest
  @ValueSource(strings = {HeaderNames.REVISION, HeaderNames.SHA256, HeaderNames.ISSUE})
  void refusesHeadersThatAreAbsentDoubledOrNotText(String name) {
    RecordHeaders absent = headers("1");
    absent.remove(name);
    RecordHeaders doubled = headers("1");
    doubled.add(name, doubled.lastHeader(name).value());
    RecordHeaders broken = headers("1");
    broken.remove(name);
    broken.add(name, new byte[] {(byte) 0xc0, (byte) 0xaf});
    RecordHeaders empty = headers("1");
    empty.remove(name);
    empty.add(name, null);

    for (RecordHeaders headers : new RecordHeaders[] {absent, doubled, broken, empty}) {
      assertThat(reason(record("江湾/1#2".getBytes(UTF_8), VALUE, headers)))
          .isEqualTo(RejectReason.HEADERS);
    }
  }

  @Test
  void refusesAValueThatIsNotTheOneThatWasSent() {
    byte[] other = "{\"id\":\"江湾/1#3\"}".getBytes(UTF_8);

    assertThat(reason(record("江湾/1#2".getBytes(UTF_8), other, headers("1"))))
        .isEqualTo(RejectReason.INTEGRITY);
  }

  @Test
  void refusesARecordUnderAnotherIssuesKey() {
    assertThat(reason(record("江湾/2#2".getBytes(UTF_8), VALUE, headers("1"))))
        .isEqualTo(RejectReason.INTEGRITY);
  }

  @Test
  void refusesAnAbsentValue() {
    assertThat(reason(valued(null))).isEqualTo(RejectReason.VALUE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", " {}", "null", "{\n}", "{}\n{\"delete\":{}}"})
  void refusesAValueThatIsNotOneObjectOnOneLine(String value) {
    assertThat(reason(valued(value.getBytes(UTF_8)))).isEqualTo(RejectReason.DECODE);
  }

  @Test
  void refusesAValueAboveTheLimitOnly() {
    String fits = "{\"a\":\"" + "x".repeat(192) + "\"}";

    assertThat(check.check(valued(fits.getBytes(UTF_8)))).isInstanceOf(Checked.Fit.class);
    assertThat(reason(valued(fits.replace("\"}", "x\"}").getBytes(UTF_8))))
        .isEqualTo(RejectReason.TOO_LARGE);
  }
}
