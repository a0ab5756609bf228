package dev.broadsheet.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedTest {
  private static final String GOOD =
      """
      paper: 澜江日报
      url: https://epaper.example/{date:yyyy-MM/dd}/node_{page}.htm
      key: lanjiangrb/{date}/{page:00}
      last-page: 8
      text: ["#headline", "div.text p"]
      contact: mailto:ops@example.org
      """;

  @TempDir private Path folder;

  @Test
  void hasDefaultsThatAreKind() throws IOException {
    Feed feed = read(GOOD);

    assertThat(feed.manners().hosts()).containsExactly("epaper.example");
    assertThat(feed.manners().privateAddresses()).isFalse();
    assertThat(feed.manners().delay()).isEqualTo(Duration.ofSeconds(2));
    assertThat(feed.manners().agent()).isEqualTo("broadsheet/0.1 (+mailto:ops@example.org)");
    assertThat(feed.pages().first()).isEqualTo(1);
    assertThat(feed.pages().last()).isEqualTo(8);
  }

  @Test
  void asksForNothingBeforeItIsOnline() throws IOException {
    Feed feed = read(GOOD + "days: mon-fri\nonline-at: \"06:00\"\nzone: Asia/Shanghai\n");
    var friday = LocalDate.of(2025, 3, 7);

    assertThat(feed.isOnline(friday, Instant.parse("2025-03-06T21:59:59Z"))).isFalse();
    assertThat(feed.isOnline(friday, Instant.parse("2025-03-06T22:00:00Z"))).isTrue();
    assertThat(feed.isOnline(friday.plusDays(1), Instant.parse("2026-01-01T00:00:00Z"))).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'url: ftp://epaper.example/{date}'            | url",
        "'url: https://epaper.example/'                | url",
        "'url: https://a:b@epaper.example/{date}'      | url",
        "'key: lanjiangrb'                             | key",
        "'key: lanjiangrb/{date}'                      | last-page",
        "'last-page: 0'                                | last-page",
        "'text: \"p[\"'                                | text",
        "'text: []'                                    | text",
        "'hosts: [other.example]'                      | hosts",
        "'contact: \"a\\nb: c\"'                       | contact",
        "'private-addresses: perhaps'                  | private-addresses",
        "'delay: 2'                                    | delay: no such name"
      })
  void namesTheMistake(String line, String member) {
    String name = line.substring(0, line.indexOf(':'));
    String rest =
        GOOD.lines().filter(l -> !l.startsWith(name + ":")).reduce("", (a, b) -> a + b + "\n");

    assertThatThrownBy(() -> read(rest + line + "\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("feed.yaml: " + member.strip());
  }

  private Feed read(String text) throws IOException {
    Path file = folder.resolve("feed.yaml");
    Files.writeString(file, text);
    return Feed.read(file);
  }
}
