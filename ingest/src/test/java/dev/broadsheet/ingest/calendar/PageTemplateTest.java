package dev.broadsheet.ingest.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.ingest.calendar.PageTemplate.Page;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageTemplateTest {
  private static final LocalDate DAY = LocalDate.of(2025, 3, 7);

  @ParameterizedTest
  @CsvSource({
    "a/{date}/{page},                                a/2025-03-07/12",
    "a/{date:yyyyMMdd}/{page:000},                   a/20250307/012",
    "http://e.example/{date:yyyy-MM/dd}/n_{page:00}.htm, http://e.example/2025-03/07/n_12.htm",
    "{date:yyyy}/{date:MM}/{page}?d={date},           2025/03/12?d=2025-03-07",
    "a$1/{date},                                     a$1/2025-03-07"
  })
  void writesDayAndPage(String template, String text) {
    assertThat(PageTemplate.parse(template).format(DAY, 12)).isEqualTo(text);
  }

  @Test
  void readsWhatItWrites() {
    var template = PageTemplate.parse("a.b/{date:yyyy-MM/dd}/{page:00}");

    assertThat(template.match("a.b/2025-03/07/12")).contains(new Page(DAY, 12));
    assertThat(template.match("a.b/2025-03/07/03")).contains(new Page(DAY, 3));
    assertThat(PageTemplate.parse("a/{date}").match("a/2025-03-07")).contains(new Page(DAY, 0));
    assertThat(template.prefix()).isEqualTo("a.b/");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "axb/2025-03/07/12",
        "a.b/2025-02/30/12",
        "a.b/2025-03/07/3",
        "a.b/2025-03/07/",
        ""
      })
  void doesNotReadWhatItWouldNotWrite(String text) {
    assertThat(PageTemplate.parse("a.b/{date:yyyy-MM/dd}/{page:00}").match(text)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/{page}", "a", "a/{date:yy-MM-dd}", "a/{date}/{page:dd}"})
  void refusesWhatIsNoTemplate(String text) {
    assertThatThrownBy(() -> PageTemplate.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}
