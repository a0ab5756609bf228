package dev.broadsheet.bench.growth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VocabularyTest {
  private final Vocabulary vocabulary = new Vocabulary();

  @Test
  void countsEachPairOnce() {
    vocabulary.read("山水山水");
    vocabulary.read("水山");

    assertThat(vocabulary.pairs()).isEqualTo(2);
  }

  @Test
  void joinsNothingAcrossMarks() {
    vocabulary.read("山，水 a川1月");

    assertThat(vocabulary.pairs()).isZero();
  }

  @Test
  void knowsTheFirstAndTheLastCharacter() {
    vocabulary.read("一鿿一");

    assertThat(vocabulary.pairs()).isEqualTo(2);
  }
}
