package dev.broadsheet.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTest {
  /// Below, at and above what the writer hands on at once.
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3_999, 8_000, 8_001, 100_000, 1_000_000})
  void bytesAreTheSameUpToTheLimitAndNoneBeyondIt(int length) {
    List<String> value = List.of("字".repeat(length), "a".repeat(length));
    byte[] all = Json.bytes(value);

    assertThat(Json.bytes(value, all.length)).isEqualTo(all);
    assertThat(Json.bytes(value, Integer.MAX_VALUE)).isEqualTo(all);
    assertThat(Json.bytes(value, all.length - 1)).isNull();
    assertThat(Json.bytes(value, 0)).isNull();
  }
}
