package dev.broadsheet.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RobotsTest {
  @ParameterizedTest
  @CsvSource({
    "/a,        /a/b,       false",
    "/a,        /b,         true",
    "/a$,       /a,         false",
    "/a$,       /ab,        true",
    "/*.pdf$,   /x/y.pdf,   false",
    "/*.pdf$,   /x/y.pdf?z, true",
    "/*/x/*/y,  /1/x/2/y/3, false",
    "/*/x/*/y,  /1/x/y,     true",
    "*,         /,          false",
    "$,         /,          true"
  })
  void matchesPathsFromTheirBeginning(String pattern, String path, boolean allowed) {
    var robots = Robots.parse("User-agent: *\nDisallow: " + pattern);

    assertThat(robots.allow(path)).isEqualTo(allowed);
  }

  @Test
  void takesTheGroupThatNamesUs() {
    var robots =
        Robots.parse(
            """
            User-agent: *
            Disallow: /

            User-Agent: other
            user-agent: Broadsheet # that is us
            Disallow: /closed
            Allow: /closed/open
            Crawl-delay: 2.5

            User-agent: third
            Disallow: /
            """);

    assertThat(robots.allow("/page")).isTrue();
    assertThat(robots.allow("/closed/page")).isFalse();
    assertThat(robots.allow("/closed/open/page")).isTrue();
    assertThat(robots.delay()).isEqualTo(Duration.ofMillis(2_500));
  }

  @Test
  void allowsWhereTwoRulesAreAsLong() {
    assertThat(Robots.parse("User-agent: *\nDisallow: /a\nAllow: /a").allow("/a")).isTrue();
  }

  @Test
  void allowsEverythingWithoutRules() {
    assertThat(Robots.parse("").allow("/")).isTrue();
    assertThat(Robots.parse("User-agent: *\nDisallow:").allow("/")).isTrue();
    assertThat(Robots.parse("<html>no such page</html>").allow("/")).isTrue();
    assertThat(Robots.parse("User-agent: *\nCrawl-delay: never").delay()).isZero();
  }

  @Test
  @Timeout(10)
  void isNotHeldUpByAnyFile() {
    var stars = Robots.parse("User-agent: *\nDisallow: /" + "*a".repeat(5_000) + "$");
    var lines = Robots.parse("User-agent: *\n" + "Disallow: /a\n".repeat(100_000));

    assertThat(stars.allow("/" + "a".repeat(4_000) + "b")).isTrue();
    assertThat(lines.rules()).hasSizeLessThan(20_001);
  }
}
