package dev.broadsheet.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The page in a real Chromium, over a real node.
@Tag("stack")
@Timeout(300)
class BrowserIT {
  private static RoomRig rig;
  private static Browser browser;

  @BeforeAll
  static void open() throws Exception {
    var program = Browser.program();
    assumeTrue(program.isPresent(), "no chromium in the path (Debian: apt-get install chromium)");
    rig = new RoomRig("room-page", Map.of());
    rig.index(Documents.archive());
    Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
    browser = Browser.start(program.get(), Files.createTempDirectory(target, "it-browser-"));
  }

  @AfterAll
  static void close() {
    if (browser != null) {
      browser.close();
    }
    if (rig != null) {
      rig.close();
    }
  }

  @BeforeEach
  void beginAnew() {
    browser.complaints().clear();
    browser.size(1280, 900);
  }

  @Test
  void findsAndMarksWords() {
    show("");
    browser.value(
        "q.focus(); q.value = '防汛演练'; document.querySelector('form.search').requestSubmit(); 1");

    browser.until("document.querySelector('.result mark.hit')");
    assertThat(browser.value("document.querySelector('.result h2').textContent"))
        .isEqualTo("防汛演练在沙洲举行");
    assertThat(browser.value("document.querySelector('.result mark.hit').textContent"))
        .isEqualTo("防汛演练");
    assertThat(browser.value("new URLSearchParams(location.search).get('q')")).isEqualTo("防汛演练");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void narrowsByAFilterAndGoesBack() {
    show("");
    browser.click("a[href*='paper=%E7%9F%B3']");

    browser.until("document.querySelector('h1').textContent === '28 篇文章'");
    browser.until("document.querySelector('.chip').textContent.includes('石桥晚报')");
    assertThat(browser.value("document.activeElement.id")).isEqualTo("heading");

    browser.value("history.back(); 1");
    browser.until("document.querySelector('h1').textContent === '全部 34 篇文章'");
    assertThat(browser.is("document.querySelector('.chip')")).isFalse();
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void narrowsTheDaysByABar() {
    show("?" + "paper=" + encoded("石桥晚报"));
    browser.until("document.querySelectorAll('.timeline a').length === 28");

    browser.value("document.querySelector('.timeline a').focus(); 1");
    browser.key("ArrowRight");
    assertThat(browser.value("document.activeElement.getAttribute('aria-label')"))
        .isEqualTo("2031年4月2日：1 篇");
    browser.click(".timeline a:nth-of-type(3)");

    browser.until("document.querySelector('h1').textContent === '1 篇文章'");
    assertThat(browser.value("new URLSearchParams(location.search).get('from')"))
        .isEqualTo("2031-04-03");
    assertThat(browser.value("document.querySelector('#to').value")).isEqualTo("2031-04-03");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void showsAnArticleWithWhatWasFoundInIt() {
    show("?q=" + encoded("新港"));
    browser.click(".result h2 a");
    browser.until("document.querySelector('.paper-text')");

    assertThat(browser.value("document.querySelector('h1').textContent")).isEqualTo("江湾新港开港");
    assertThat(browser.value("document.querySelector('.body .is-dates').textContent"))
        .isEqualTo("5月5日");
    assertThat(browser.value("document.querySelector('.body time').getAttribute('datetime')"))
        .isEqualTo("2031-05-05");
    assertThat(browser.value("document.querySelector('.body .is-names').textContent"))
        .isEqualTo("李四");
    assertThat(browser.value("document.querySelector('.body .is-hits').textContent"))
        .isEqualTo("新港");
    assertThat(browser.value("document.querySelector('.topics .evidence').textContent"))
        .isEqualTo("货轮、产业");
    assertThat(browser.value("document.querySelectorAll('.body p').length")).isEqualTo("2");

    browser.click(".trail a");
    browser.until("document.querySelector('.result')");
    assertThat(browser.value("q.value")).isEqualTo("新港");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void showsAPageWithItsArticlesInOrder() {
    show("?issue=" + encoded("江湾日报/2031-05-06/01"));
    browser.until("document.querySelector('.masthead')");

    assertThat(
            browser.value(
                "[...document.querySelectorAll('.piece h2')].map(h => h.textContent).join()"))
        .isEqualTo("江湾新港开港,防汛演练在沙洲举行");
    browser.click(".pages a:nth-of-type(2)");
    browser.until("document.querySelector('.piece h2').textContent === '夜市灯火'");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void showsHowFarThePipelineIs() {
    show("");
    browser.until("document.querySelector('.strip.letters')");

    browser.click(".strip summary");
    browser.until("document.querySelector('.strip').open");
    assertThat(browser.value("document.querySelector('.strip').textContent"))
        .contains("死信 2", "7 条待处理", "待切分 3", "待入库 4", "too-large", "江湾日报");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?q=恶意标题", "?article=A", "?issue=I", "?", "?paper=P", "?person=X&q=X"})
  void takesHostileTextForText(String view) {
    String key = "恶意" + Documents.ATTACK + "/2031-05-07/01";
    String query =
        view.replace("恶意标题", encoded("恶意标题"))
            .replace("=A", "=" + encoded(key + "#1"))
            .replace("=I", "=" + encoded(key))
            .replace("=P", "=" + encoded("恶意" + Documents.ATTACK))
            .replace("=X", "=" + encoded(Documents.ATTACK));

    show(query);

    browser.until("document.querySelector('.strip table') && document.querySelector('#main h1')");
    assertThat(browser.is("document.body.textContent.includes('onerror=')")).isTrue();
    assertThat(browser.is("'broken' in window")).isFalse();
    assertThat(browser.value("document.querySelectorAll('img, body script, iframe').length"))
        .isEqualTo("0");
    assertThat(browser.complaints()).isEmpty();
  }

  @Test
  void refusesScriptsThatAreNotItsOwn() {
    show("");
    browser.until("document.querySelector('.result')");

    browser.value(
        "const s = document.createElement('script'); try { s.text = 'window.broken = 1';"
            + " document.head.append(s); } catch {} 1");

    assertThat(browser.is("'broken' in window")).isFalse();
    assertThat(
            browser.is(
                "(() => { try { document.body.innerHTML = '<p>'; return true; } catch { return"
                    + " false; } })()"))
        .isFalse();
  }

  @Test
  void remembersTheLanguage() {
    show("");
    browser.until("document.documentElement.lang === 'zh-Hans'");

    browser.click(".language");
    browser.until("document.querySelector('h1').textContent === 'All 34 articles'");
    show("");
    browser.until("document.querySelector('h1').textContent === 'All 34 articles'");
    assertThat(browser.value("document.documentElement.lang")).isEqualTo("en");

    browser.click(".language");
    browser.until("document.documentElement.lang === 'zh-Hans'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?q=新港", "?article=A", "?issue=I"})
  void fitsANarrowScreen(String view) {
    browser.size(390, 844);
    show(
        view.replace("新港", encoded("新港"))
            .replace("=A", "=" + encoded("江湾日报/2031-05-06/01#1"))
            .replace("=I", "=" + encoded("江湾日报/2031-05-06/01")));

    browser.until("document.querySelector('#main h1')");
    assertThat(Integer.parseInt(browser.value("document.documentElement.scrollWidth")))
        .isLessThanOrEqualTo(390);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "?article=A", "?issue=I"})
  void namesAllThatCanBeUsed(String view) {
    show(
        view.replace("=A", "=" + encoded("江湾日报/2031-05-06/01#1"))
            .replace("=I", "=" + encoded("江湾日报/2031-05-06/01")));
    browser.until("document.querySelector('#main h1')");

    assertThat(browser.value("document.querySelectorAll('h1').length")).isEqualTo("1");
    assertThat(
            browser.value(
                """
                [...document.querySelectorAll('a, button, input, summary')]
                  .filter(e => !(e.getAttribute('aria-label') || e.textContent.trim()
                    || (e.labels && e.labels.length > 0)))
                  .map(e => e.outerHTML).join()\
                """))
        .isEmpty();
    assertThat(
            browser.is(
                "document.querySelector('[role=search], search') &&"
                    + " document.querySelector('main')"))
        .isTrue();
  }

  private static void show(String query) {
    browser.open(rig.address().resolve(URI.create("/" + query)));
    browser.until(
        "location.search === %s && document.querySelector('#main h1')".formatted(quoted(query)));
  }

  /// The address as the browser has it: without a lone question mark.
  private static String quoted(String query) {
    return "'" + ("?".equals(query) ? "" : query) + "'";
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20").replace("'", "%27");
  }
}
