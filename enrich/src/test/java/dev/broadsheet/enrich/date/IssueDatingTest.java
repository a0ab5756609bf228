package dev.broadsheet.enrich.date;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.enrich.lexicon.CaseFile;
import dev.broadsheet.enrich.split.ArticleDraft;
import dev.broadsheet.enrich.split.MastheadFields;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class IssueDatingTest {
  private static final ArticleDraft.Head NO_HEAD =
      new ArticleDraft.Head(null, null, List.of(), null);

  static Stream<Arguments> issues() {
    return CaseFile.arguments(IssueDatingTest.class, "issues.tsv", 9);
  }

  @ParameterizedTest
  @MethodSource("issues")
  void datesAnIssueByConsensus(
      String printed,
      String lunar,
      String weekday,
      String hint,
      String path,
      String leads,
      String day,
      String source,
      String flags) {
    MastheadFields masthead = masthead(day(printed), orNull(lunar), orNull(weekday));
    List<ArticleDraft> articles = Arrays.stream(leads.split("\\|")).map(this::article).toList();

    IssueDate issue = IssueDating.decide(masthead, articles, orNull(hint), day(path));

    assertThat(Objects.toString(issue.day(), "")).isEqualTo(day);
    assertThat(Objects.toString(issue.source(), "")).isEqualTo(source);
    assertThat(String.join(",", issue.flags())).isEqualTo(flags);
    assertThat(issue.reference().issueDay()).isEqualTo(issue.day());
  }

  @Test
  void knowsTheMonthOfAnUndatedReviewOfTheYear() {
    IssueDate issue =
        IssueDating.decide(
            masthead(null, null, null),
            List.of(article("刚刚过去的2023年，硕果累累。展望2024年，信心满怀。")),
            null,
            null);

    assertThat(issue.day()).isNull();
    assertThat(issue.reference()).isEqualTo(Reference.about(YearMonth.of(2024, 1)));
  }

  @Test
  void keepsWhatTheMastheadPrints() {
    MastheadFields masthead = masthead(LocalDate.of(2025, 3, 20), "乙巳年二月廿一", "星期四");

    IssueDate issue = IssueDating.decide(masthead, List.of(), null, null);

    assertThat(issue.lunarDate()).isEqualTo("乙巳年二月廿一");
    assertThat(issue.weekday()).isEqualTo("星期四");
  }

  @ParameterizedTest
  @CsvSource({
    "xnrb/2025-03-20/01, 2025-03-20",
    "20250320, 2025-03-20",
    "paper/2025/03/20/A01, 2025-03-20",
    "paper/2025-03/20/node_1, 2025-03-20",
    "paper/202503/20/page1, 2025-03-20",
    "paper20250320_01, 2025-03-20",
    "paper/2025/3/20/1, 2025-03-20",
    "backfill-2026-01-05/paper/2025-03-20/01, 2025-03-20",
    "000_9a5fd727a132b04f, ",
    "paper/2025-02-30/01, ",
    "paper/01, ",
    "123456789012, "
  })
  void readsTheDayInAnIssueKey(String key, LocalDate day) {
    assertThat(IssueDating.fromPath(key).orElse(null)).isEqualTo(day);
  }

  private ArticleDraft article(String lead) {
    return new ArticleDraft(
        NO_HEAD, List.of(), List.of(lead), List.of(), ArticleDraft.Jumps.NONE, List.of());
  }

  private static MastheadFields masthead(LocalDate date, String lunar, String weekday) {
    return new MastheadFields(
        null, null, null, null, null, date, lunar, weekday, null, null, null, null);
  }

  private static LocalDate day(String text) {
    return text.isEmpty() ? null : LocalDate.parse(text);
  }

  private static String orNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
