package dev.broadsheet.rig;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PageGeneratorTest {
  @Test
  void sameSeedGivesTheSamePages() {
    var one = new PageGenerator(7);
    var other = new PageGenerator(7);

    assertThat(IntStream.range(0, 20).mapToObj(_ -> one.next()).toList())
        .isEqualTo(IntStream.range(0, 20).mapToObj(_ -> other.next()).toList());
  }

  @Test
  void keysAndHeadlinesNeverRepeat() {
    var generator = new PageGenerator(1);
    var keys = new HashSet<String>();
    var headlines = new HashSet<String>();

    for (int i = 0; i < 500; i++) {
      GeneratedPage page = generator.next();
      assertThat(keys.add(page.key())).isTrue();
      page.headlines().forEach(h -> assertThat(headlines.add(h)).isTrue());
    }
  }
}
