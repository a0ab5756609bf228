package dev.broadsheet.cli.letter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class VisibleTest {
  @Test
  void controlsAreShownAndNotObeyed() {
    assertThat(Visible.of("标题\u001b[2J\u202e\n正文")).isEqualTo("标题␛[2J<U+202E>\n正文");
  }

  @Test
  void byteThatIsNotTextIsMarked() {
    byte[] value = {'a', 'b', (byte) 0xff, 'c'};

    assertThat(Visible.of(value, 10)).isEqualTo("byte 2: ab【byte 0xff】c");
  }

  @Test
  void controlThatNoTextHasIsMarkedWithItsLine() {
    byte[] value = "甲\n乙\u0000丙".getBytes(StandardCharsets.UTF_8);

    assertThat(Visible.of(value, 10)).isEqualTo("line 2: 甲\n乙【␀】丙");
  }

  @Test
  void longTextIsCutAndSaysSo() {
    assertThat(Visible.of("12345".getBytes(StandardCharsets.UTF_8), 3))
        .isEqualTo("123… (2 characters more)");
  }

  @Test
  void placeIsReadAsItIsPrinted() {
    String text = "broadsheet.issues.dlq/0/17";

    assertThat(Place.parse(text)).hasToString(text);
    assertThatThrownBy(() -> Place.parse("0/17")).hasMessageContaining("TOPIC/PARTITION/OFFSET");
  }
}
