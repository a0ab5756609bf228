package dev.broadsheet.sink.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DisplayTest {
  @Test
  void showsOneShortLineWithoutControls() {
    String shown = Display.safe("a\nERROR ${jndi:x}\u001b[31m\u202e\ud800" + "江".repeat(500));

    assertThat(shown).startsWith("a?ERROR ${jndi:x}?[31m??江");
    assertThat(shown.codePointCount(0, shown.length())).isEqualTo(200);
  }

  @Test
  void leavesOutThePieceOfTheDocument() {
    assertThat(Display.safe("failed to parse. Preview of field's value: '正文'"))
        .isEqualTo("failed to parse. ");
  }
}
