package dev.broadsheet.enrich.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LiterarySignalTest {
  private static final String ESSAY =
      "小时候，外婆家门前有一条河。我记得那年秋天，母亲带着我坐船过去，外婆站在埠头上等，仿佛等了很久。"
          + "后来河填了，老屋也拆了，我回到那里，只认得一棵树。父亲说，树比人记得牢。我站在树下，风一阵一阵地吹过来，像从前一样。"
          + "我想起外婆的灶间，炊烟从瓦缝里钻出来，慢慢散开。";

  private final LiterarySignal signal = LiterarySignal.load();

  @Test
  void hearsAnEssayByItsWordsOfMemory() {
    assertThat(isIn(ESSAY, 3)).isTrue();
  }

  @Test
  void takesNoReportForLiterature() {
    assertThat(isIn("本报讯 记者看到，" + ESSAY, 3)).isFalse();
  }

  @Test
  void seesAPoemByItsLines() {
    assertThat(isIn("船靠了岸水还在走灯先亮起来后来是窗", 4)).isTrue();
  }

  @Test
  void doesNotTakeFiguresForAPoem() {
    assertThat(isIn("白菜3元萝卜2元芹菜4元冬瓜1元", 4)).isFalse();
  }

  private boolean isIn(String body, int paragraphs) {
    return signal.isIn(List.of(body.toCharArray()), paragraphs);
  }
}
