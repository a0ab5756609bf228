package dev.broadsheet.enrich.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LiterarySignalTest {
  private static final String ESSAY =
      "小时候，外婆家门前有一条河。我记得那年秋天，母亲带着我坐船过去，外婆站在埠头上等，仿佛等了很久。"
          + "后来河填了，老屋也拆了，我回到那里，只认得一棵树。父亲说，树比人记得牢。我站在树下，风一阵一阵地吹过来，像从前一样。"
          + "我想起外婆的灶间，炊烟从瓦缝里钻出来，慢慢散开。";

  private static final String TALE =
      "石匠不爱说话。每天天不亮，他就挑着担子出门，锤子在筐里叮当响。桥头的人都认得他，见了他便让一让路。"
          + "有人问他桥洞为什么要留一块空石，他笑一笑，不答。那块石头他凿了整整一个冬天，凿好了又放下。"
          + "后来他老了，担子换给了徒弟，自己坐在桥栏边晒太阳，看船一只一只地过去。"
          + "发大水的夜里，他忽然披上衣服往桥头走，谁也拦不住他。天亮时水退了，桥还在，空石稳稳地卡在缝里。";

  private final LiterarySignal signal = LiterarySignal.load();

  @Test
  void hearsAnEssayByItsWordsOfMemory() {
    assertThat(of(ESSAY, 3)).isEqualTo(Tone.ESSAY);
  }

  @Test
  void takesNoReportForLiterature() {
    assertThat(of("本报讯 记者看到，" + ESSAY, 3)).isEqualTo(Tone.PLAIN);
  }

  @Test
  void seesAPoemByItsLines() {
    assertThat(of("船靠了岸水还在走灯先亮起来后来是窗", 4)).isEqualTo(Tone.VERSE);
  }

  @Test
  void doesNotTakeFiguresForAPoem() {
    assertThat(of("白菜3元萝卜2元芹菜4元冬瓜1元", 4)).isEqualTo(Tone.PLAIN);
  }

  @Test
  void knowsATaleByItsPersons() {
    assertThat(of(TALE, 3)).isEqualTo(Tone.ESSAY);
  }

  @Test
  void knowsAPortraitByItsPersonAndItsFigures() {
    String figures = "1996年他修了12座桥，2003年又修了8座，2011年带出徒弟25人。";

    assertThat(of(figures + TALE, 3)).isEqualTo(Tone.PORTRAIT);
  }

  @Test
  void countsNoGroupAsAPerson() {
    assertThat(of(TALE.replace("他", "他们"), 3)).isEqualTo(Tone.PLAIN);
  }

  private Tone of(String body, int paragraphs) {
    return signal.of(List.of(body.toCharArray()), paragraphs);
  }
}
