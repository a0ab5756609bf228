package dev.broadsheet.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PrintableTest {
  @Test
  void escapesWhatSteersATerminal() {
    assertThat(Printable.of("a\nb\u001B[31m\u202E报\u2028"))
        .isEqualTo("a\\u{A}b\\u{1B}[31m\\u{202E}报\\u{2028}");
  }

  @Property
  void isOneLineOfBoundedLength(@ForAll String text) {
    String line = Printable.of(text);

    assertThat(line.codePoints().filter(Character::isISOControl)).isEmpty();
    assertThat(line.lines().count()).isLessThanOrEqualTo(1);
    assertThat(line.length()).isLessThanOrEqualTo(10_000);
  }
}
