package dev.broadsheet.ingest.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageLayoutTest {
  private final List<Glyph> glyphs = new ArrayList<>();

  @Test
  void keepsEveryDigitOfANumberHoweverNarrow() {
    print("亩产2000公斤，11月1111号", 0, 20, 10, 0.3f);

    assertThat(text()).isEqualTo("亩产2000公斤，11月1111号\n");
  }

  @Test
  void takesACharacterThatIsPrintedTwiceForOne() {
    print("本报讯", 0, 20, 10, 1);
    print("本报讯", 0.4f, 20.3f, 10, 1);

    assertThat(text()).isEqualTo("本报讯\n");
  }

  @Test
  void keepsACharacterThatStandsElsewhereInAnotherSize() {
    for (int i = 0; i < 40; i++) {
      print("一月一日至十一日，", 0, 100 + 15 * i, 10, 1);
    }
    for (int x = 0; x < 60; x += 3) {
      glyphs.add(new Glyph("一", x * 20, 40, 22, 22));
    }

    assertThat(text().chars().filter(c -> c == '一')).hasSize(40 * 3 + 20);
  }

  /// Two columns above two others: a strip of white runs through both stories.
  @Test
  void readsAStoryToItsEndThoughItsColumnsStandAboveOthers() {
    print("上面的标题占了两栏的宽度", 20, 40, 20, 1);
    column("甲", 0, 60);
    column("乙", 160, 60);
    print("左边的标题", 10, 180, 20, 1);
    column("丙", 0, 200);
    print("右边的标题", 170, 180, 20, 1);
    column("丁", 160, 200);

    assertThat(text()).containsSubsequence("甲", "乙", "左边", "丙", "右边", "丁");
  }

  private void column(String character, float x, float y) {
    for (int i = 0; i < 6; i++) {
      print(character.repeat(14), x, y + 15 * i, 10, 1);
    }
  }

  /// @param narrow width of a digit, in ems
  private void print(String text, float x, float y, float size, float narrow) {
    float at = x;
    for (String character : text.split("", -1)) {
      if (character.isEmpty()) {
        continue;
      }
      float width = size * (Character.isDigit(character.charAt(0)) ? narrow : 1);
      glyphs.add(new Glyph(character, at, y, width, size));
      at += width;
    }
  }

  private String text() {
    return PageLayout.text(glyphs);
  }
}
