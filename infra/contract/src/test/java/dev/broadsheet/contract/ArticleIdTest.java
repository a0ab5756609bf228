package dev.broadsheet.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ArticleIdTest {
  @Test
  void readsWhatItWrites() {
    var id = new ArticleId("临江/2025#a/01", 12);

    assertThat(ArticleId.parse(id.toString())).isEqualTo(id);
  }

  @Test
  void longestIdFitsElasticsearch() {
    var id = new ArticleId("k".repeat(ArticleId.MAX_ISSUE_KEY_BYTES), ArticleId.MAX_POSITION);

    assertThat(id.toString().getBytes(StandardCharsets.UTF_8)).hasSize(ArticleId.MAX_BYTES);
  }

  @Test
  void countsBytesOfTheKeyNotCharacters() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ArticleId("报".repeat(170), 1))
        .withMessageContaining("510 bytes");
  }

  @Test
  void refusesTextWithoutPosition() {
    assertThatIllegalArgumentException().isThrownBy(() -> ArticleId.parse("a/01"));
    assertThatIllegalArgumentException().isThrownBy(() -> ArticleId.parse("a/01#x"));
    assertThatIllegalArgumentException().isThrownBy(() -> ArticleId.parse("a/01#0"));
  }
}
