package dev.broadsheet.enrich.date;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import dev.broadsheet.contract.Article;
import dev.broadsheet.enrich.lexicon.CaseFile;
import dev.broadsheet.enrich.split.ArticleDraft;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DateResolverTest {
  static Stream<Arguments> mentions() {
    return CaseFile.arguments(DateResolverTest.class, "mentions.tsv", 3);
  }

  static Stream<Arguments> events() {
    return CaseFile.arguments(DateResolverTest.class, "events.tsv", 3);
  }

  @ParameterizedTest
  @MethodSource("mentions")
  void findsTheDatesOfASentence(String reference, String body, String expected) {
    DateFindings findings = DateResolver.resolve(null, body, reference(reference));

    StringJoiner found = new StringJoiner("; ");
    findings.mentions().forEach(mention -> found.add(mention.text() + "=" + mention.value()));
    findings.flags().forEach(flag -> found.add("!" + flag));
    assertThat(found.toString()).isEqualTo(expected);
  }

  @ParameterizedTest
  @MethodSource("events")
  void picksTheDayOfTheMainEvent(String reference, String body, String expected) {
    DateFindings findings = DateResolver.resolve(null, body, reference(reference));

    assertThat(findings.eventDate()).isEqualTo(expected.equals("-") ? null : expected);
  }

  @Test
  void listsTheHeadlineBeforeTheBodyAndKeepsDuplicates() {
    Reference reference = Reference.of(LocalDate.of(2025, 3, 20));

    DateFindings findings = DateResolver.resolve("3月19日开园", "3月19日，公园开园。", reference);

    assertThat(findings.mentions())
        .extracting(Article.DateMention::field, Article.DateMention::value)
        .containsExactly(tuple("headline", "2025-03-19"), tuple("body", "2025-03-19"));
  }

  @Test
  void readsTheWholeHeadlineGroupInOrder() {
    ArticleDraft.Head head =
        new ArticleDraft.Head("3月开园", "2024年回眸", List.of("首批游客入园", "4月迎旺季"), null);

    DateFindings findings =
        DateResolver.resolveGroup(head, "公园开园。", Reference.of(LocalDate.of(2025, 3, 20)));

    assertThat(findings.mentions())
        .extracting(
            Article.DateMention::field, Article.DateMention::value, Article.DateMention::start)
        .containsExactly(
            tuple("kicker", "2024", 0),
            tuple("headline", "2025-03", 0),
            tuple("subheads", "2025-04", 7));
  }

  @Test
  void countsOffsetsInCodePoints() {
    Reference reference = Reference.of(LocalDate.of(2025, 3, 20));

    DateFindings findings = DateResolver.resolve(null, "𠮷村　3 月19日开园。", reference);

    assertThat(findings.mentions())
        .singleElement()
        .extracting(Article.DateMention::start, Article.DateMention::end)
        .containsExactly(3, 9);
  }

  @Test
  void givesFirstAndLastDayOfEveryUnit() {
    Reference reference = Reference.of(LocalDate.of(2025, 3, 20));

    DateFindings findings =
        DateResolver.resolve(null, "2024年，2024年2月，2024年一季度，2024年2月3日至5日", reference);

    assertThat(findings.mentions())
        .extracting(mention -> mention.from() + " " + mention.to())
        .containsExactly(
            "2024-01-01 2024-12-31",
            "2024-02-01 2024-02-29",
            "2024-01-01 2024-03-31",
            "2024-02-03 2024-02-05");
  }

  private static Reference reference(String text) {
    if (text.equals("-")) {
      return Reference.NONE;
    }
    return text.length() == 7
        ? Reference.about(YearMonth.parse(text))
        : Reference.of(LocalDate.parse(text));
  }
}
