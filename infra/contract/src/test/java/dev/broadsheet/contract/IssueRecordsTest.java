package dev.broadsheet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class IssueRecordsTest {
  private final ProducerRecord<byte[], byte[]> record = IssueRecords.write("t", issue("正文"));

  @Test
  void refusesAnAbsentKey() {
    assertReason(RejectReason.KEY, IssueRecords.read(null, record.value(), record.headers()));
  }

  @Test
  void refusesAKeyThatLeavesNoRoomForThePosition() {
    byte[] key = "k".repeat(ArticleId.MAX_ISSUE_KEY_BYTES + 1).getBytes(StandardCharsets.UTF_8);

    assertReason(RejectReason.KEY, IssueRecords.read(key, record.value(), record.headers()));
  }

  @Test
  void refusesAnAbsentValue() {
    assertReason(RejectReason.VALUE, IssueRecords.read(record.key(), null, record.headers()));
  }

  @Test
  void namesThePlaceOfABadByte() {
    byte[] value = {'a', 'b', (byte) 0xff};

    var reading = IssueRecords.read(record.key(), value, record.headers());

    assertThat(reading)
        .isEqualTo(
            new IssueRecords.Reading.Invalid(RejectReason.DECODE, "value is not UTF-8 at byte 2"));
  }

  @Test
  void refusesRevisionsOutOfRange() {
    for (String bad : new String[] {"0", "-1", "x", "", Long.toString(Long.MAX_VALUE)}) {
      var changed = IssueRecords.write("t", issue("正文"));
      changed.headers().remove(HeaderNames.REVISION);
      changed.headers().add(HeaderNames.REVISION, bad.getBytes(StandardCharsets.UTF_8));

      assertReason(
          RejectReason.REVISION,
          IssueRecords.read(changed.key(), changed.value(), changed.headers()));
    }
  }

  @Test
  void refusesADoubledHeader() {
    record.headers().add(HeaderNames.SHA256, "1".getBytes(StandardCharsets.UTF_8));

    assertReason(
        RejectReason.HEADERS, IssueRecords.read(record.key(), record.value(), record.headers()));
  }

  @Test
  void refusesToWriteALoneSurrogate() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IssueRecords.write("t", issue("\ud800")))
        .withMessageContaining("lone surrogate");
  }

  private static void assertReason(RejectReason reason, IssueRecords.Reading reading) {
    assertThat(reading)
        .isInstanceOfSatisfying(
            IssueRecords.Reading.Invalid.class, i -> assertThat(i.reason()).isEqualTo(reason));
  }

  private static RawIssue issue(String text) {
    return new RawIssue(
        "k",
        text,
        1,
        false,
        new RawIssue.Origin("file:///a", "text/plain", "UTF-8", "0".repeat(64)),
        Instant.EPOCH,
        IssueHints.NONE);
  }
}
