package dev.broadsheet.enrich.date;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contract.Article;
import dev.broadsheet.enrich.lexicon.CaseFile;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Assertions;

class DatePropertyTest {
  private static final Reference REFERENCE = Reference.of(LocalDate.of(2025, 3, 20));
  private static final List<String> SENTENCES =
      CaseFile.column(DateResolverTest.class, "mentions.tsv", 3, 1);
  private static final String PIECES =
      "0123456789０１２一二三四五六七八九十〇廿年月日号季度第上下半前后今去明昨本周世纪初底末至到-—~、.,/，。“”《》\n 　春节正腊农历乙巳蛇民国元旦讯电";

  @Provide
  Arbitrary<String> datelikeText() {
    return Arbitraries.strings().withChars(PIECES.toCharArray()).ofMaxLength(60);
  }

  @Provide
  Arbitrary<String> pages() {
    return Arbitraries.of(SENTENCES).list().ofMinSize(1).ofMaxSize(12).map(s -> String.join("", s));
  }

  @Property(tries = 3000)
  void mentionsAreWhatStandsAtTheirOffsets(@ForAll("datelikeText") String body) {
    assertOffsets(body);
  }

  @Property(tries = 1000)
  void anyTextIsRead(@ForAll String body) {
    assertOffsets(body);
  }

  @Property(tries = 300)
  void offsetsHoldOnPagesOfSentences(@ForAll("pages") String body) {
    assertOffsets(body);
  }

  @Property(tries = 500)
  void everyDayIsFoundBackFromItsPrintedForm(
      @ForAll @IntRange(min = 1900, max = 2099) int year,
      @ForAll @IntRange(min = 1, max = 365) int dayOfYear) {
    LocalDate day = LocalDate.ofYearDay(year, dayOfYear);
    String printed = "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());

    List<Article.DateMention> mentions =
        DateResolver.resolve(null, "会议于" + printed + "举行。", REFERENCE).mentions();

    assertThat(mentions)
        .singleElement()
        .extracting(Article.DateMention::text, Article.DateMention::from, Article.DateMention::to)
        .containsExactly(printed, day, day);
  }

  @Property(tries = 200)
  void spacesBetweenCharactersDoNotChangeTheValue(
      @ForAll @IntRange(min = 1, max = 12) int month,
      @ForAll @IntRange(min = 1, max = 28) int day,
      @ForAll @IntRange(min = 0, max = 3) int gap) {
    String blank = " ".repeat(gap);
    String spaced = "%s%d%s月%s%d%s日，会议举行。".formatted(blank, month, blank, blank, day, blank);

    List<Article.DateMention> mentions =
        DateResolver.resolve(null, spaced, Reference.of(LocalDate.of(2025, 12, 30))).mentions();

    assertThat(mentions)
        .singleElement()
        .extracting(Article.DateMention::from)
        .isEqualTo(LocalDate.of(2025, month, day));
  }

  @Property(tries = 12)
  void hostileTextIsReadInLinearTime(@ForAll("hostilePieces") String piece) {
    String text = piece.repeat(1_000_000 / piece.length());

    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> DateResolver.resolve(null, text, REFERENCE));
  }

  @Provide
  Arbitrary<String> hostilePieces() {
    return Arbitraries.of(
        "1", "一", "十", "年", "1 ", "2025年", "3月", "至3月", "3月1日至", "“", "2025-03-", "第1", "春节", "去年");
  }

  private static void assertOffsets(String body) {
    int[] points = body.codePoints().toArray();
    int last = 0;
    for (Article.DateMention mention : DateResolver.resolve(null, body, REFERENCE).mentions()) {
      assertThat(new String(points, mention.start(), mention.end() - mention.start()))
          .isEqualTo(mention.text());
      assertThat(mention.start()).isGreaterThanOrEqualTo(last);
      assertThat(mention.from()).isBeforeOrEqualTo(mention.to());
      last = mention.end();
    }
  }
}
