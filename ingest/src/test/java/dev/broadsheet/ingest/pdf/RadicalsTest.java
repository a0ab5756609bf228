package dev.broadsheet.ingest.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RadicalsTest {
  @Test
  void givesBackTheCharactersOfRadicals() {
    assertThat(healed("⾦⻩⼀⽚，⼈⺠法院⻓⼾⼝⸺⻘⼭")).isEqualTo("金黄一片，人民法院长户口——青山");
  }

  @Test
  void leavesEveryOtherCharacterAlone() {
    String others = "戶黃長﹑①㍻ﬁＡ⺮⻊〇々\uE123";

    assertThat(healed(others)).isEqualTo(others);
    assertThat(Radicals.healed("ffi")).isEqualTo("ffi");
  }

  @Test
  void leavesNoKangxiRadical() {
    for (char radical = '\u2F00'; radical <= '\u2FD5'; radical++) {
      assertThat(Radicals.healed(Character.toString(radical)).charAt(0))
          .isBetween('\u4E00', '\u9FFF');
    }
  }

  private static String healed(String text) {
    return text.codePoints()
        .mapToObj(Character::toString)
        .map(Radicals::healed)
        .collect(Collectors.joining());
  }
}
