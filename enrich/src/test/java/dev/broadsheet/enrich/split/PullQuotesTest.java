package dev.broadsheet.enrich.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PullQuotesTest {
  private static final String TOLD = "“船怕的不是风浪，是没人修补。”老陈说，桐油要年年刷，一年也不能落下。";

  @Test
  void seesWhatRepeatsTheTextAbove() {
    assertThat(PullQuotes.isAbove(body(TOLD, "船怕的不是风浪 是没人修补"), 1)).isTrue();
  }

  @Test
  void leavesACrossheadThatSaysWhatComesBelow() {
    assertThat(PullQuotes.isAbove(body("老陈修船。", "船怕的不是风浪 是没人修补", TOLD), 1)).isFalse();
  }

  @Test
  void leavesAShortCrossheadAlone() {
    assertThat(PullQuotes.isAbove(body(TOLD, "年年刷桐油"), 1)).isFalse();
    assertThat(PullQuotes.isAbove(body(TOLD, "没人修补"), 1)).isFalse();
  }

  private static List<Paragraph> body(String... texts) {
    return Stream.of(texts).map(text -> new Paragraph(text, 0, false, 0)).toList();
  }
}
