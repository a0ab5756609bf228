package dev.broadsheet.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;

class DeadLettersTest {
  private static final DeadLetters.Cause CAUSE =
      new DeadLetters.Cause("enrich", RejectReason.DECODE, "bad\nline", null);

  @Test
  void keepsKeyValueAndHeadersOfTheRecord() {
    var failed = new ConsumerRecord<>("t", 3, 42L, new byte[] {1}, new byte[] {2});
    failed.headers().add("revision", new byte[] {'7'});

    var letter = DeadLetters.of("t.dlq", failed, CAUSE);

    assertThat(letter.topic()).isEqualTo("t.dlq");
    assertThat(letter.key()).containsExactly(1);
    assertThat(letter.value()).containsExactly(2);
    assertThat(text(letter.headers(), "revision")).isEqualTo("7");
    assertThat(text(letter.headers(), HeaderNames.DLQ_REASON)).isEqualTo("decode");
    assertThat(text(letter.headers(), HeaderNames.DLQ_MESSAGE)).isEqualTo("bad line");
    assertThat(text(letter.headers(), HeaderNames.DLQ_PARTITION)).isEqualTo("3");
    assertThat(text(letter.headers(), HeaderNames.DLQ_OFFSET)).isEqualTo("42");
  }

  @Test
  void replacesAValueThatCannotBeWrittenBySizeAndHash() {
    byte[] huge = new byte[Limits.MAX_VALUE_BYTES + 1];
    var failed = new ConsumerRecord<>("t", 0, 0L, new byte[] {1}, huge);

    var letter = DeadLetters.of("t.dlq", failed, CAUSE);

    assertThat(letter.value()).isNull();
    assertThat(text(letter.headers(), HeaderNames.DLQ_VALUE_BYTES))
        .isEqualTo(Integer.toString(huge.length));
    assertThat(text(letter.headers(), HeaderNames.DLQ_VALUE_SHA256)).hasSize(64);
  }

  @Test
  void bareLetterHasNothingThatCouldBeTooLarge() {
    var failed = new ConsumerRecord<>("t", 3, 42L, new byte[] {1}, new byte[] {2, 3});
    failed.headers().add("revision", new byte[] {'7'});

    var bare = DeadLetters.bare(DeadLetters.of("t.dlq", failed, CAUSE));

    assertThat(bare.topic()).isEqualTo("t.dlq");
    assertThat(bare.key()).containsExactly(1);
    assertThat(bare.value()).isNull();
    assertThat(bare.headers().lastHeader("revision")).isNull();
    assertThat(text(bare.headers(), HeaderNames.DLQ_REASON)).isEqualTo("decode");
    assertThat(text(bare.headers(), HeaderNames.DLQ_OFFSET)).isEqualTo("42");
    assertThat(text(bare.headers(), HeaderNames.DLQ_VALUE_BYTES)).isEqualTo("2");
    assertThat(text(bare.headers(), HeaderNames.DLQ_VALUE_SHA256))
        .isEqualTo(Digests.sha256(new byte[] {2, 3}));
  }

  @Test
  void doesNotPileUpReasonsWhenALetterFailsAgain() {
    var once =
        DeadLetters.of(
            "t", new ConsumerRecord<>("t", 0, 0L, new byte[] {1}, new byte[] {2}), CAUSE);
    var failed = new ConsumerRecord<>("t", 0, 1L, once.key(), once.value());
    once.headers().forEach(failed.headers()::add);

    var twice = DeadLetters.of("t.dlq", failed, CAUSE);

    assertThat(
            StreamSupport.stream(
                twice.headers().headers(HeaderNames.DLQ_REASON).spliterator(), false))
        .hasSize(1);
  }

  private static String text(Headers headers, String name) {
    return new String(headers.lastHeader(name).value(), StandardCharsets.UTF_8);
  }
}
