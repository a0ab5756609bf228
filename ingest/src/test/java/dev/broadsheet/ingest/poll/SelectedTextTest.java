package dev.broadsheet.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SelectedTextTest {
  private static final URI HERE = URI.create("http://epaper.example/");

  @Test
  void takesChosenElementsInTheOrderOfThePage() {
    String html =
        """
        <html><h1>报头</h1><div class=menu>首页 <a>下一版</a></div>
        <div id=text><h2>桥修好了</h2><p>　　老桥
        昨日<b>通车</b>。<br>雨停了。</p></div><div class=foot>广告</div></html>
        """;

    assertThat(SelectedText.of(html, HERE, List.of("#text", "h1", "#text p")))
        .isEqualTo("报头\n桥修好了\n　　老桥 昨日通车。\n雨停了。");
  }

  @Test
  void leavesOutWhatNobodySees() {
    String html =
        """
        <div id=t><script>var a;</script><style>b{}</style><template>丙</template><!-- 丁 -->
        <p hidden>戊</p><p style="display:none">己</p><img src="data:image/png;base64,AAAA">
        <p>看得见</p></div>
        """;

    assertThat(SelectedText.of(html, HERE, List.of("#t"))).isEqualTo("看得见");
  }

  @Test
  void isEmptyWhenThePageIsBuiltOtherwise() {
    assertThat(SelectedText.of("<p>文</p>", HERE, List.of("#text"))).isEmpty();
  }

  @Test
  @Timeout(60)
  void isNotHeldUpByAnyPage() {
    String deep = "<div>".repeat(10_000) + "文" + "</div>".repeat(10_000);
    String wide = "<p>文</p>".repeat(50_000);
    String attribute = "<p title=\"" + "x".repeat(2_000_000) + "\">文</p>";
    String scripts = "<script>a</script>".repeat(50_000) + "<p>文</p>";
    String laughs =
        "<!DOCTYPE a [<!ENTITY b \"cc\"><!ENTITY d SYSTEM \"file:///etc/passwd\">]><p>&b;&d;文</p>";

    assertThat(SelectedText.of(deep, HERE, List.of("div"))).isEqualTo("文");
    assertThat(SelectedText.of(wide, HERE, List.of("p")).lines()).hasSize(50_000);
    assertThat(SelectedText.of(scripts, HERE, List.of("body"))).isEqualTo("文");
    assertThat(SelectedText.of(attribute, HERE, List.of("p"))).isEqualTo("文");
    assertThat(SelectedText.of(laughs, HERE, List.of("p"))).contains("文").doesNotContain("root:");
  }
}
