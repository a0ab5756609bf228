package dev.broadsheet.ingest.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlFileTest {
  private static final String PAGE =
      """
      <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://example.invalid/x.dtd">
      <html><head><meta charset="CHARSET"><title>云溪日报</title>
      <style>p { color: red }</style><script>var a = "<p>假的</p>";</script></head>
      <body>
      <nav><a href="/">首页</a> <a href="/2">二版</a></nav>
      <div class="list"><ul>
        <li><a href="1.html">第01版：要闻</a></li><li><a href="2.html">第02版：综合</a></li>
        <li><a href="3.html">第03版：民生</a></li><li><a href="4.html">第04版：副刊</a></li>
      </ul></div>
      <!-- 不要的话 --><template>模板</template><div style="display: none">藏起来的</div>
      <div><h1>全市春耕生产现场会
         在柳塘镇召开</h1>
      <div id="ozoom"><P>　　本报讯 记者林知远报道：昨日，现场会在&#26611;塘镇召开。<br>与会人员察看了<b>育秧</b>工厂。</P>
      <p>　　会议要求，各地要抓住农时&mdash;&mdash;备足农资。</p></div></div>
      <footer>版权所有</footer></body></html>
      """;

  @ParameterizedTest
  @CsvSource({"gb2312, GB18030", "utf-8, UTF-8", "big5, GB18030", "iso-8859-1, UTF-8"})
  void readsTheArticleAndNothingElseWhateverCharsetIsDeclared(String declared, String written)
      throws Refusal {
    byte[] bytes = PAGE.replace("CHARSET", declared).getBytes(Charset.forName(written));

    HtmlFile file = HtmlFile.read(bytes, "");

    assertThat(file.charset()).isEqualTo(written);
    assertThat(file.text())
        .isEqualTo(
            """
            全市春耕生产现场会 在柳塘镇召开

            　　本报讯 记者林知远报道：昨日，现场会在柳塘镇召开。
            与会人员察看了育秧工厂。

            　　会议要求，各地要抓住农时——备足农资。
            """);
  }

  @Test
  void readsAWholePageOfSeveralArticles() {
    String markup =
        """
        <div><h2>一号</h2><p>甲文。</p></div><div><h2>二号</h2><table><tr><td>乙文。</td></tr></table></div>
        """;

    assertThat(HtmlFile.text(markup)).isEqualTo("一号\n\n甲文。\n\n二号\n\n乙文。\n");
  }

  @Test
  void readsAPageOfNothingButLinks() {
    String markup =
        "<ul><li><a href=1>一</a><li><a href=2>二</a><li><a href=3>三</a><li><a href=4>四</a></ul>";

    assertThat(HtmlFile.text(markup)).isEqualTo("一\n\n二\n\n三\n\n四\n");
  }

  @Test
  void refusesToReadAPieceThatIsNestedWithoutEnd() {
    assertThatThrownBy(() -> HtmlFile.text("<div>".repeat(10_000) + "文"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
