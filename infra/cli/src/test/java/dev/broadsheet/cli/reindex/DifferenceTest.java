package dev.broadsheet.cli.reindex;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.ingest.table.Hash128;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class DifferenceTest {
  private static final ArticleFace ONE = new ArticleFace("a#1", "甲", "medtop:1");
  private static final ArticleFace TWO = new ArticleFace("a#2", "乙", "medtop:1");

  @Test
  void eachChangeIsCountedAndShown() {
    var difference = new Difference();
    difference.old(ONE);
    difference.old(TWO);
    difference.old(new ArticleFace("b#1", "丙", ""));
    difference.fresh(new ArticleFace("a#1", "甲二", "medtop:1"));
    difference.fresh(new ArticleFace("a#2", "乙", "medtop:2"));
    difference.fresh(new ArticleFace("c#1", "丁", ""));
    difference.review(ONE);
    difference.review(TWO);
    difference.review(new ArticleFace("b#1", "丙", ""));

    var report = difference.report();

    assertThat(report.same()).isZero();
    assertThat(report.added().first()).containsExactly(new Report.Change("c#1", null, "丁"));
    assertThat(report.gone().first()).containsExactly(new Report.Change("b#1", "丙", null));
    assertThat(report.headlines().first()).containsExactly(new Report.Change("a#1", "甲", "甲二"));
    assertThat(report.topics().first())
        .containsExactly(new Report.Change("a#2", "medtop:1", "medtop:2"));
  }

  @Test
  void carriedArticleIsNeitherGoneNorChanged() {
    var difference = new Difference();
    difference.old(ONE);
    difference.carried("a#1");
    difference.review(ONE);

    assertThat(difference.report().same()).isEqualTo(1);
    assertThat(difference.report().gone().count()).isZero();
  }

  @Test
  void issuesWithAnotherNumberOfArticlesDiffer() {
    var counts = new IssueCounts();
    counts.made("same".getBytes(StandardCharsets.UTF_8), 2, 2);
    counts.made("other".getBytes(StandardCharsets.UTF_8), 2, 3);
    counts.refused("refused".getBytes(StandardCharsets.UTF_8), 1);
    counts.known("same", 1, 5);
    counts.known("same", 2, 2);
    counts.known("same", 2, 1);
    counts.known("other", 2, 2);
    counts.known("refused", 1, 2);

    assertThat(counts.differing()).containsExactly(Hash128.of("other"));
    assertThat(counts.isRefused("refused")).isTrue();
  }
}
