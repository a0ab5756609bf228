package dev.broadsheet.sink.refresh;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {
  private static final long SECOND = Duration.ofMillis(1_013).toNanos();

  private final Pace pace = new Pace();
  private long nanos = Long.MAX_VALUE - 10 * SECOND;
  private long articles = 1_000_000;

  @BeforeEach
  void begin() {
    pace.begin(nanos, articles);
  }

  /// What it says after each of some seconds.
  private List<Boolean> after(int seconds, int articlesASecond) {
    return after(seconds, articlesASecond, 1);
  }

  private List<Boolean> after(int seconds, int articlesASecond, double share) {
    var all = new ArrayList<Boolean>();
    for (int i = 0; i < seconds; i++) {
      nanos += SECOND;
      articles += articlesASecond;
      all.add(pace.isBackfill(nanos, articles, share));
    }
    return all;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 50, 290})
  void dailyWorkIsNoBackfill(int articlesASecond) {
    assertThat(after(60, articlesASecond)).containsOnly(false);
  }

  @Test
  void aDaysPapersAtOnceAreNoBackfill() {
    after(5, 0);

    assertThat(after(1, 1_400)).containsExactly(false);
    assertThat(after(10, 0)).containsOnly(false);
  }

  @Test
  void aBackfillBeginsAfterFifteenHundredArticles() {
    after(5, 0);

    assertThat(after(4, 600)).containsExactly(false, false, true, true);
    begin();
    assertThat(after(1, 1_500)).containsExactly(true);
  }

  @Test
  void aBackfillEndsFifteenSecondsAfterItsLastArticle() {
    after(20, 2_000);

    assertThat(after(13, 0)).containsOnly(true);
    assertThat(after(3, 0)).endsWith(false);
  }

  @Test
  void aNodeThatAnswersSeldomDoesNotEndIt() {
    after(20, 2_000);

    for (int answer = 0; answer < 10; answer++) {
      assertThat(after(9, 0)).containsOnly(true);
      assertThat(after(1, 1_100)).containsExactly(true);
    }
  }

  @Test
  void aStallIsNoBackfill() {
    after(10, 100);
    nanos += 60 * SECOND;

    assertThat(after(3, 100)).containsOnly(false);
  }

  @Test
  void aBackfillThatGetsSlowerStaysOne() {
    after(10, 2_000);

    assertThat(after(60, 105)).containsOnly(true);
    assertThat(after(20, 80)).endsWith(false);
  }

  @Test
  void oneSinkOfThreeSpeaksForAll() {
    assertThat(after(10, 110, 1 / 3.0)).endsWith(true);
  }

  @Test
  void anotherShareOfTheSameIsNoBackfill() {
    after(10, 280);

    assertThat(after(10, 40, 1 / 6.0)).containsOnly(false);
  }

  @Test
  void whatWasBeforeIsForgotten() {
    after(10, 2_000);
    pace.begin(nanos, articles);

    assertThat(after(1, 0)).containsExactly(false);
  }
}
