package dev.broadsheet.sink.bulk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contract.Json;
import dev.broadsheet.sink.offset.OffsetLedger;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.Size;
import tools.jackson.databind.JsonNode;

class BulkBodyPropertyTest {
  @Property
  void isTwoLinesForEachArticleWhateverTheIdHolds(
      @ForAll @Size(min = 1, max = 10)
          List<@NotEmpty @CharRange(from = 0, to = '\ud7ff') String> keys)
      throws IOException {
    List<ArticleRecord> records = new ArrayList<>();
    OffsetLedger ledger = new OffsetLedger();
    for (String key : keys) {
      byte[] value = Json.bytes(List.of(key)).clone();
      value[0] = '{';
      records.add(
          new ArticleRecord(
              new TrackedRecord(Records.record(0, records.size(), key + "#1", 9, value), ledger),
              key + "#1",
              9));
    }

    BulkBody body = new BulkBody(records);
    String[] lines = new String(body.open().readAllBytes(), UTF_8).split("\n", -1);

    assertThat(body.open().readAllBytes()).hasSize((int) body.length());
    assertThat(lines).hasSize(keys.size() * 2 + 1);
    for (int i = 0; i < keys.size(); i++) {
      JsonNode action = Json.tree(lines[2 * i].getBytes(UTF_8)).path("index");
      assertThat(action.path("_id").stringValue()).isEqualTo(keys.get(i) + "#1");
      assertThat(action.path("version").asLong()).isEqualTo(9);
      assertThat(lines[2 * i + 1].getBytes(UTF_8)).isEqualTo(records.get(i).value());
    }
    assertThat(lines[lines.length - 1]).isEmpty();
  }
}
