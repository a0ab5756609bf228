package dev.broadsheet.sink.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.sink.bulk.IndexOutcome.Indexed;
import dev.broadsheet.sink.bulk.IndexOutcome.Rejected;
import dev.broadsheet.sink.bulk.IndexOutcome.Retry;
import dev.broadsheet.sink.bulk.Transport.Reply;
import dev.broadsheet.sink.offset.OffsetLedger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredAnswerTest {
  private static final String BOTH =
      """
      {"items":[{"index":{"_id":"江湾/1#1","status":201}},{"index":{"_id":"江湾/1#2","status":200}}]}\
      """;

  private final OffsetLedger ledger = new OffsetLedger();
  private final List<ArticleRecord> records =
      List.of(Records.article(ledger, 1, "江湾/1#1", 1), Records.article(ledger, 2, "江湾/1#2", 1));

  private boolean stored(String body) {
    return StoredAnswer.is(body.getBytes(UTF_8), records);
  }

  private BatchAnswer read(String body) {
    return BulkReader.read(records, new Reply.Answer(200, body.getBytes(UTF_8)));
  }

  @Test
  void knowsTheAnswerThatAllIsStored() {
    assertThat(stored(BOTH)).isTrue();
    assertThat(read(BOTH)).isEqualTo(new BatchAnswer.Items(List.of(new Indexed(), new Indexed())));
  }

  @Test
  void isNotSatisfiedWithAPartOfIt() {
    for (int end = 0; end < BOTH.length(); end++) {
      assertThat(stored(BOTH.substring(0, end))).as("first %d characters", end).isFalse();
    }
    assertThat(stored(BOTH + " ")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"status\":202", "\"status\":409", "\"status\":2011"})
  void isNotSatisfiedWithAnotherStatus(String status) {
    assertThat(stored(BOTH.replace("\"status\":200", status))).isFalse();
  }

  @Test
  void isNotSatisfiedWithOtherArticlesOrAnotherOrder() {
    assertThat(stored(BOTH.replace("1#2", "1#3"))).isFalse();
    assertThat(stored(BOTH.replace("1#1", "1#0").replace("1#2", "1#1"))).isFalse();
    assertThat(StoredAnswer.is(BOTH.getBytes(UTF_8), records.reversed())).isFalse();
    assertThat(StoredAnswer.is(BOTH.getBytes(UTF_8), records.subList(0, 1))).isFalse();
  }

  @Test
  void whatIsSaidInOtherWordsIsReadAllTheSame() {
    assertThat(read(BOTH.replace(",", ", ")))
        .isEqualTo(new BatchAnswer.Items(List.of(new Indexed(), new Indexed())));
    assertThat(
            read(
                BOTH.replace(
                    "\"status\":200",
                    "\"status\":400,\"error\":{\"type\":\"document_parsing_exception\"}")))
        .isInstanceOfSatisfying(
            BatchAnswer.Items.class,
            items -> {
              assertThat(items.outcomes().getFirst()).isEqualTo(new Indexed());
              assertThat(items.outcomes().getLast()).isInstanceOf(Rejected.class);
            });
    assertThat(read(BOTH.replace("1#2", "1#3")))
        .isInstanceOfSatisfying(
            BatchAnswer.Whole.class,
            whole -> assertThat(whole.outcome()).isInstanceOf(Retry.class));
  }
}
