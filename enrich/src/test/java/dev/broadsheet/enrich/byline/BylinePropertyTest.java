package dev.broadsheet.enrich.byline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contract.Article;
import dev.broadsheet.enrich.date.Reference;
import dev.broadsheet.enrich.split.ArticleDraft;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Assertions;

class BylinePropertyTest {
  private static final Reference REFERENCE = Reference.of(LocalDate.of(2025, 3, 20));

  @Provide
  Arbitrary<String> bylineLikeText() {
    return Arbitraries.of(
            "本报讯", "新华社", "北京", "3月19日", "电", "讯", "记者", "通讯员", "摄影", "摄", "文", "图", "文/图", "策划",
            "张", "李明", "王小红", "欧阳", "县委", "日报", "、", " ", "，", "：", "（", "）", "/", "。", "\n", "□",
            "据", "报道", "等", "·", "a", "𠮷")
        .list()
        .ofMaxSize(20)
        .map(pieces -> String.join("", pieces));
  }

  @Provide
  Arbitrary<List<String>> names() {
    return Arbitraries.of("林晓燕", "郑凯", "欧阳明月", "周梅", "孙立", "吴海峰")
        .list()
        .uniqueElements()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  @Property(tries = 3000)
  void namesAreWordsOfTheText(@ForAll("bylineLikeText") String text) {
    Article.Byline byline = read(text).byline();

    String plain = text.replaceAll("\\s+", "");
    assertThat(byline.reporters()).allMatch(plain::contains);
    assertThat(byline.correspondents()).allMatch(plain::contains);
    assertThat(byline.photographers()).allMatch(plain::contains);
  }

  @Property(tries = 1000)
  void anyTextIsRead(@ForAll String text) {
    assertThat(read(text).byline()).isNotNull();
  }

  @Property(tries = 300)
  void namesAreReadWhateverPartsThem(
      @ForAll("names") List<String> names, @ForAll("marks") String mark) {
    BylineFindings findings = read("本报讯（记者" + String.join(mark, names) + "）会议召开。");

    assertThat(findings.byline().reporters()).containsExactlyElementsOf(names);
  }

  @Provide
  Arbitrary<String> marks() {
    return Arbitraries.of("、", " ", "，", "　", ",", "/", " 、");
  }

  @Property(tries = 8)
  void hostileTextIsReadInLinearTime(@ForAll("hostilePieces") String piece) {
    String text = piece.repeat(1_000_000 / piece.length());

    Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> read(text));
  }

  @Provide
  Arbitrary<String> hostilePieces() {
    return Arbitraries.of("记者", "张 ", "（", "本报讯", "文/", "摄", "张三、", "报道");
  }

  /// The same text everywhere that a byline can stand.
  private static BylineFindings read(String text) {
    return BylineReader.read(
        new ArticleDraft(
            new ArticleDraft.Head(null, null, List.of(), null),
            List.of(),
            List.of(text),
            List.of(text),
            ArticleDraft.Jumps.NONE,
            List.of()),
        REFERENCE);
  }
}
