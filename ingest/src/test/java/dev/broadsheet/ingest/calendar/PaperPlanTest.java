package dev.broadsheet.ingest.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperPlanTest {
  @TempDir private Path folder;

  @Test
  void readsPapers() throws IOException {
    var plans =
        read(
            """
            papers:
              - paper: 澜江日报
                keys: lanjiangrb/{date}/{page:00}
                days: mon-sat
                except: [2025-01-28..2025-02-03, 2025-10-01]
                also: 2025-02-02
                pages: 8
                expected-by: "06:30"
                zone: Asia/Shanghai
                since: 2020-01-01
              - paper: 棘山报
                days: [tue, fri]
            """);

    assertThat(plans).extracting(PaperPlan::paper).containsExactly("澜江日报", "棘山报");
    PaperPlan plan = plans.getFirst();
    assertThat(plan.due().of(LocalDate.of(2025, 3, 7)))
        .isEqualTo(Instant.parse("2025-03-06T22:30:00Z"));
    assertThat(plan.pages()).isEqualTo(8);
    assertThat(plan.days().contains(LocalDate.of(2025, 3, 8))).isTrue();
    assertThat(plan.days().contains(LocalDate.of(2025, 3, 9))).isFalse();
    assertThat(plan.days().contains(LocalDate.of(2025, 1, 29))).isFalse();
    assertThat(plan.days().contains(LocalDate.of(2025, 2, 2))).isTrue();
    assertThat(plan.days().contains(LocalDate.of(2019, 12, 31))).isFalse();
    assertThat(plans.getLast().due().time()).hasToString("09:00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "papers: [{paper: a, days: [mun]}]              | papers[1]: days: [mun]: mon to sun",
        "papers: [{paper: a, day: mon}]                 | day: no such name",
        "papers: [{days: mon}]                          | papers[1]: paper: it is missing",
        "papers: [{paper: a}, {paper: a}]               | twice",
        "papers: [{paper: a, zone: Mars}]               | zone: Mars",
        "papers: [{paper: a, expected-by: noon}]        | expected-by: noon",
        "papers: [{paper: a, pages: many}]              | pages: many: a whole number",
        "papers: [{paper: a, keys: b}]                  | keys: b",
        "papers: [{paper: a, except: [2025-02-30]}]     | except",
        "papers: [{paper: a, paper: b}]                 | duplicate",
        "papers: a                                      | a list is due",
        "paper: a                                       | paper: no such name",
        "papers: [&a {paper: a}, *a]                    | not YAML as it should be",
        "papers: [!!java.net.URL {paper: a}]            | not YAML as it should be",
        "'papers: [{paper: a'                           | papers.yaml"
      })
  void namesTheMistake(String text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("papers.yaml")
        .hasMessageContaining(message.strip());
  }

  @Test
  void refusesAFileThatIsNotUtf8() throws IOException {
    Path file = folder.resolve("papers.yaml");
    Files.write(file, "papers: [{paper: 报}]".getBytes(Charset.forName("GB18030")));

    assertThatThrownBy(() -> PaperPlan.readAll(file)).hasMessageContaining("UTF-8");
  }

  private java.util.List<PaperPlan> read(String text) throws IOException {
    Path file = folder.resolve("papers.yaml");
    Files.writeString(file, text);
    return PaperPlan.readAll(file);
  }
}
