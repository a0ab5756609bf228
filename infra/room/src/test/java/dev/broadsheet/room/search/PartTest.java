package dev.broadsheet.room.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PartTest {
  private final Marks marks = new Marks("<", ">");

  @Test
  void cutsAtTheMarks() {
    assertThat(Part.parse("江湾<新港>开港", marks))
        .containsExactly(new Part("江湾", false), new Part("新港", true), new Part("开港", false));
  }

  @Test
  void joinsMarkedPiecesThatTouch() {
    assertThat(Part.parse("<营商><环><境>好", marks))
        .containsExactly(new Part("营商环境", true), new Part("好", false));
  }

  @Test
  void keepsAMarkWithoutItsEndAsText() {
    assertThat(Part.parse("江湾<新港", marks)).containsExactly(new Part("江湾<新港", false));
  }

  @Test
  void hasNoPartsForNoText() {
    assertThat(Part.parse("", marks)).isEmpty();
  }

  @Test
  void drawsOtherMarksForEachRequest() {
    assertThat(Marks.draw()).isNotEqualTo(Marks.draw());
  }
}
