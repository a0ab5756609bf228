package dev.broadsheet.enrich.byline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contract.Article;
import dev.broadsheet.enrich.date.Reference;
import dev.broadsheet.enrich.lexicon.CaseFile;
import dev.broadsheet.enrich.split.ArticleDraft;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BylineReaderTest {
  private static final Reference REFERENCE = Reference.of(LocalDate.of(2025, 3, 20));
  private static final String PROSE = "春风送暖，万物复苏。";

  static Stream<Arguments> bylines() {
    return CaseFile.arguments(BylineReaderTest.class, "bylines.tsv", 7);
  }

  @ParameterizedTest
  @MethodSource("bylines")
  void readsEveryForm(
      String where,
      String text,
      String agency,
      String reporters,
      String correspondents,
      String photographers,
      String dateline) {
    BylineFindings findings = BylineReader.read(draft(where, text), REFERENCE);

    Article.Byline byline = findings.byline();
    assertThat(Objects.toString(findings.agency(), "")).isEqualTo(agency);
    assertThat(String.join("、", byline.reporters())).isEqualTo(reporters);
    assertThat(String.join("、", byline.correspondents())).isEqualTo(correspondents);
    assertThat(String.join("、", byline.photographers())).isEqualTo(photographers);
    assertThat(printed(findings.dateline())).isEqualTo(dateline);
  }

  @Test
  void findsTheReportHeadBehindAMotto() {
    ArticleDraft draft = article(List.of(), List.of(PROSE, "本报讯 记者林晓燕报道：会议召开。"), List.of());

    BylineFindings findings = BylineReader.read(draft, REFERENCE);

    assertThat(findings.agency()).isEqualTo("本报");
    assertThat(findings.byline().reporters()).containsExactly("林晓燕");
  }

  @Test
  void keepsTheBylineAsPrinted() {
    ArticleDraft draft = article(List.of(), List.of("本报讯（记者林 凯）会议召开。"), List.of());

    BylineFindings findings = BylineReader.read(draft, REFERENCE);

    assertThat(findings.byline().text()).isEqualTo("记者林 凯");
  }

  @Test
  void namesNobodyWithoutAByline() {
    BylineFindings findings =
        BylineReader.read(article(List.of(), List.of(PROSE), List.of()), REFERENCE);

    assertThat(findings)
        .isEqualTo(new BylineFindings(Article.Byline.NONE, null, Article.Dateline.NONE));
  }

  private static ArticleDraft draft(String where, String text) {
    return switch (where) {
      case "line" -> article(List.of(text), List.of(PROSE), List.of());
      case "lead" -> article(List.of(), List.of(text), List.of());
      case "close" -> article(List.of(), List.of(PROSE, text), List.of());
      case "caption" -> article(List.of(), List.of(PROSE), List.of(text));
      default -> throw new IllegalArgumentException("No such place: " + where);
    };
  }

  private static ArticleDraft article(
      List<String> bylines, List<String> paragraphs, List<String> captions) {
    return new ArticleDraft(
        new ArticleDraft.Head(null, null, List.of(), null),
        bylines,
        paragraphs,
        captions,
        ArticleDraft.Jumps.NONE,
        List.of());
  }

  private static String printed(Article.Dateline dateline) {
    return dateline.equals(Article.Dateline.NONE)
        ? ""
        : Objects.toString(dateline.place(), "") + "|" + Objects.toString(dateline.date(), "");
  }
}
