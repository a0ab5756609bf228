package dev.broadsheet.enrich.split;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CohesionTest {
  private static Stretch stretch(String... paragraphs) {
    Stretch stretch = new Stretch();
    for (int i = 0; i < paragraphs.length; i++) {
      stretch.paragraphs().add(new Paragraph(paragraphs[i], i, false, 0));
    }
    return stretch;
  }

  @Test
  void paragraphsOfOneSubjectShareMoreThanThoseOfTwo() {
    List<Stretch> page =
        List.of(stretch("青岭水库大坝加高两米，溢洪道拓宽一倍。", "水库大坝加高以后，溢洪道装上了闸门。", "云台山的茶农采摘春茶，合作社提高收购价。"));
    List<Block> blocks = Block.of(page);
    Cohesion cohesion = new Cohesion(blocks, new Vocabulary(page));
    Strand dam = Strand.open(blocks.getFirst());

    assertThat(cohesion.back(dam, 1)).isGreaterThan(2 * cohesion.back(dam.with(blocks.get(1)), 2));
    assertThat(cohesion.ahead(dam, 1)).isBetween(0.0, 0.35);
  }
}
