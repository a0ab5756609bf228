package dev.broadsheet.enrich.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PairsTest {
  /// One block of Han characters, and as many of them as have a million pairs.
  private static final int FIRST = 0x4E00;

  private static final int MANY = 1_000;

  private final Pairs pairs = new Pairs(10);

  @Test
  void numbersPairsAsTheyAreMet() {
    assertThat(pairs.in("石门石门，石")).containsExactly(-1, 0, 1, 0, -1, -1);
    assertThat(pairs.of("门石门石门路")).containsExactly(1, 0, 2);
    assertThat(pairs.size()).isEqualTo(3);
  }

  @Test
  void keepsItsNumbersWhenItGrows() {
    int[] first = pairs.in(all(100));

    assertThat(pairs.in(all(100))).isEqualTo(first);
    assertThat(pairs.size()).isEqualTo((int) Arrays.stream(first).distinct().count() - 1);
  }

  @Test
  void textOfEndlessPairsTakesNoEndlessMemory() {
    String text = all(MANY);
    int[] first = pairs.in(text);

    assertThat(pairs.size()).isLessThan(MANY * MANY * 3 / 4);
    assertThat(pairs.in(text)).isEqualTo(first);
    assertThat(Arrays.stream(first).max().orElseThrow()).isLessThan(pairs.size());
  }

  /// Each of some characters behind each other.
  private static String all(int characters) {
    var text = new StringBuilder();
    for (int one = 0; one < characters; one++) {
      for (int other = 0; other < characters; other++) {
        text.append((char) (FIRST + one)).append((char) (FIRST + other));
      }
    }
    return text.toString();
  }
}
