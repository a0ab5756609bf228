package dev.broadsheet.bench.growth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.bench.page.MadePage;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FreshPagesTest {
  private static final String SAMPLE =
      """
      今年入秋以来，全市各地抢抓晴好天气收割晚稻，田间地头一派繁忙景象，农机手日夜不停。
      河道两岸新修的步道已经开放，傍晚前来散步的居民络绎不绝，孩子们在草地上奔跑嬉戏。
      老茶馆重新开张以后，每逢周末都有票友登台，锣鼓一响，台下座无虚席，掌声经久不息。
      """;

  private final FreshPages pages = new FreshPages("fresh", List.of(SAMPLE), 7);

  @Test
  void makesTheSameBlockAgain() {
    assertThat(pages.block(3)).isEqualTo(pages.block(3));
  }

  @Test
  void givesNoKeyTwice() {
    Set<String> keys = keys(pages.block(1));

    assertThat(keys).hasSize(FreshPages.PAGES_OF_A_BLOCK);
    assertThat(keys(pages.block(2))).doesNotContainAnyElementsOf(keys);
  }

  @Test
  void bringsNewPairsOfCharactersWithEveryBlock() {
    var vocabulary = new Vocabulary();
    pages.block(1).forEach(page -> vocabulary.read(page.text()));
    int first = vocabulary.pairs();

    pages.block(2).forEach(page -> vocabulary.read(page.text()));

    assertThat(vocabulary.pairs()).isGreaterThan(first + 5);
  }

  private static Set<String> keys(List<MadePage> pages) {
    return pages.stream().map(MadePage::key).collect(Collectors.toSet());
  }
}
