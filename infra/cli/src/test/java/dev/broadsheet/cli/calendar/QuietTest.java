package dev.broadsheet.cli.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.ingest.calendar.PaperPlan;
import dev.broadsheet.ingest.calendar.PublishingDays;
import dev.broadsheet.ingest.calendar.Seen;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QuietTest {
  private static final String PAPER = "澜江日报";
  private static final int PATIENCE = 2;
  private static final PaperPlan DAILY =
      new PaperPlan(
          PAPER,
          Optional.empty(),
          PublishingDays.DAILY,
          0,
          new PaperPlan.Due(LocalTime.of(9, 0), ZoneId.of("Asia/Shanghai")));
  private static final PaperPlan UNKNOWN = PaperPlan.unknown(PAPER);

  /// Eight in the morning of the 12th, an hour before the issue is due.
  private static final Instant BEFORE = Instant.parse("2025-06-12T00:00:00Z");

  private static final Instant AFTER = Instant.parse("2025-06-12T02:00:00Z");

  private static Seen issue(String day) {
    return new Seen(LocalDate.parse(day), null, 4, null, false);
  }

  @Test
  void paperWithAPlanIsQuietFromTheHourAtWhichItsIssueIsDue() {
    List<Seen> untilYesterday = List.of(issue("2025-06-10"), issue("2025-06-11"));

    assertThat(Quiet.byPlan(DAILY, untilYesterday, BEFORE)).contains(new Quiet(PAPER, 1, false));
    assertThat(Quiet.byPlan(DAILY, untilYesterday, AFTER)).contains(new Quiet(PAPER, 1, true));
  }

  @Test
  void gapOfThePastMakesNoPaperQuiet() {
    List<Seen> withGap = List.of(issue("2025-06-08"), issue("2025-06-12"));

    assertThat(Quiet.byPlan(DAILY, withGap, AFTER)).contains(new Quiet(PAPER, 0, false));
  }

  @Test
  void paperWithAPlanThatNeverCameIsQuiet() {
    assertThat(Quiet.byPlan(DAILY, List.of(), AFTER))
        .contains(new Quiet(PAPER, Quiet.LOOK_BACK_DAYS, true));
  }

  @Test
  void paperWithoutAPlanIsQuietWhenItsPatienceIsOver() {
    assertThat(Quiet.byHabit(UNKNOWN, List.of(issue("2025-06-10")), AFTER, PATIENCE))
        .contains(new Quiet(PAPER, 2, false));
    assertThat(Quiet.byHabit(UNKNOWN, List.of(issue("2025-06-09")), AFTER, PATIENCE))
        .contains(new Quiet(PAPER, 3, true));
  }

  @Test
  void misreadDayToComeDoesNotMakeAPaperTalk() {
    List<Seen> seen = List.of(issue("2025-06-01"), issue("2052-06-12"));

    assertThat(Quiet.byHabit(UNKNOWN, seen, AFTER, PATIENCE)).contains(new Quiet(PAPER, 11, true));
  }

  @Test
  void paperThatIsLongGoneIsNotExpected() {
    assertThat(Quiet.byHabit(UNKNOWN, List.of(), AFTER, PATIENCE)).isEmpty();
  }
}
