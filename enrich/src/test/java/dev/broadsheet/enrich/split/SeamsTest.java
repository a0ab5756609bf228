package dev.broadsheet.enrich.split;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeamsTest {
  private static final String BELOW = "卖了三十元。账算清楚了，几个村都来谈统一商标的事。";

  private final Page page = Page.of("春茶开市\n\n本报讯（记者何一山）5月6日，云台山的茶农开始采摘春茶。");

  @Test
  void joinsASentenceAroundDisplay() {
    Stretch above = stretch("村里统一了品种，一斤茶叶比往年多");

    new Seams(page).append(above, below());

    assertThat(above.paragraphs())
        .extracting(Paragraph::text)
        .containsExactly("村里统一了品种，一斤茶叶比往年多" + BELOW);
    assertThat(above.insets()).containsExactly(0);
  }

  @Test
  void makesACrossheadOfDisplayBetweenSentences() {
    Stretch above = stretch("村里统一了品种。");

    new Seams(page).append(above, below());

    assertThat(above.paragraphs())
        .extracting(Paragraph::text)
        .containsExactly("村里统一了品种。", "春茶开市", BELOW);
  }

  @Test
  void keepsTheCaptionsOfBothParts() {
    Stretch above = stretch("村里统一了品种。");
    Stretch below = below();
    below.captions().add(1);

    new Seams(page).append(above, below);

    assertThat(above.captions()).containsExactly(1);
  }

  private static Stretch below() {
    Stretch below = stretch(BELOW);
    below.above().add(0);
    return below;
  }

  private static Stretch stretch(String text) {
    Stretch stretch = new Stretch();
    stretch.paragraphs().add(new Paragraph(text, 1, false, 0));
    return stretch;
  }
}
