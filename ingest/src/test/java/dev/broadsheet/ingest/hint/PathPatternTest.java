package dev.broadsheet.ingest.hint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.contract.IssueHints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PathPatternTest {
  @ParameterizedTest
  @CsvSource({
    "{paper}/{date:yyyy-MM-dd}/{page}, yxrb/2025-03-20/01, yxrb, 2025-03-20, 01",
    "{date:yyyyMMdd}/{paper}_{*}-{page}, 20250320/云溪日报_x-A1, 云溪日报, 2025-03-20, A1",
    "{paper}/{date:yyyy/MM/dd}/{page}, yxrb/2025-03-20/01, , ,",
    "{paper}/{date:yyyy-MM-dd}/{page}, yxrb/2025-02-30/01, , ,",
    "{paper}/{date:yyyy-MM-dd}/{page}, yxrb/extra/2025-03-20/01, , ,",
    "{page}, 01, , , 01"
  })
  void readsHintsFromKeysThatFit(
      String pattern, String key, String paper, String date, String page) {
    assertThat(PathPattern.parse(pattern).hints(key)).isEqualTo(new IssueHints(paper, date, page));
  }

  @Test
  void knowsNothingWithoutAPattern() {
    assertThat(PathPattern.parse(" ").hints("a/b")).isEqualTo(IssueHints.NONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{papers}", "{paper", "paper}", "{date:QQQQQQQQ}", "{}"})
  void refusesWhatIsNoPattern(String pattern) {
    assertThatThrownBy(() -> PathPattern.parse(pattern))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
