package dev.broadsheet.ingest.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.ingest.calendar.IssueDay.State;
import dev.broadsheet.ingest.yaml.YamlMap;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class IssueCalendarTest {
  private static final Days WEEK =
      new Days(LocalDate.of(2025, 3, 3), LocalDate.of(2025, 3, 9)); // Monday to Sunday
  private static final Instant AFTERWARDS = Instant.parse("2025-04-01T00:00:00Z");

  @Test
  void expectsIssuesOnPublishingDaysOnly() {
    var calendar =
        calendar("days: [mon-fri]\nexcept: [2025-03-05]\nalso: [2025-03-09]", AFTERWARDS);

    assertThat(states(calendar)).isEqualTo("MM.MM.M");
  }

  @Test
  void saysWhatIsReceivedLateIncompleteAndWithdrawn() {
    var calendar =
        calendar(
            "days: mon-sun\npages: 4",
            AFTERWARDS,
            seen(3, null, 4, "2025-03-03T00:59:00Z", false),
            seen(4, null, 4, "2025-03-04T01:01:00Z", false),
            seen(5, null, 3, "2025-03-05T00:00:00Z", false),
            seen(6, null, 1, null, true),
            seen(7, null, 4, "2025-03-20T00:00:00Z", false));

    assertThat(states(calendar)).isEqualTo("RLIWRMM");
  }

  @Test
  void doesNotMissWhatIsNotDueYet() {
    var calendar = calendar("days: mon-sun", Instant.parse("2025-03-05T00:59:59Z"));

    assertThat(states(calendar)).isEqualTo("MMEEEEE");
  }

  @Test
  void missesNothingWhereTheNumbersRunOn() {
    var calendar =
        calendar(
            "days: mon-sun", AFTERWARDS, seen(3, 100), seen(7, 101), seen(8, 102), seen(9, 103));

    assertThat(states(calendar)).isEqualTo("R...RRR");
  }

  @Test
  void givesMissingIssuesTheirNumbers() {
    var calendar = calendar("days: mon-sun", AFTERWARDS, seen(3, 100), seen(6, 103), seen(9, 106));

    assertThat(states(calendar)).isEqualTo("RMMRMMR");
    assertThat(calendar.missing(WEEK))
        .extracting(IssueDay::number)
        .containsExactly(101, 102, 104, 105);
  }

  @Test
  void leavesTheirNumbersToIssuesThatShowNone() {
    var calendar = calendar("days: mon-sun", AFTERWARDS, seen(3, 100), seen(4, null), seen(6, 103));

    assertThat(calendar.missing(new Days(WEEK.from(), WEEK.from().plusDays(3))))
        .extracting(IssueDay::number)
        .containsExactly(102);
  }

  @Test
  void doesNotTrustNumbersThatCannotBe() {
    var calendar =
        calendar(
            "days: mon-sun", AFTERWARDS, seen(3, 100), seen(5, 1), seen(6, 9_000), seen(8, 102));

    assertThat(states(calendar)).isEqualTo("RMRRMRM");
    assertThat(calendar.missing(WEEK)).extracting(IssueDay::number).containsOnlyNulls();
  }

  @Test
  void showsIssuesThatNobodyExpected() {
    var calendar = calendar("days: mon\nuntil: 2025-03-01", AFTERWARDS, seen(5, null));

    assertThat(states(calendar)).isEqualTo("..R....");
  }

  private static String states(IssueCalendar calendar) {
    var states = new StringBuilder();
    calendar
        .days(WEEK)
        .forEach(d -> states.append(d.state() == State.NONE ? '.' : d.state().name().charAt(0)));
    return states.toString();
  }

  private static IssueCalendar calendar(String yaml, Instant now, Seen... seen) {
    var map = YamlMap.parse("test", yaml);
    var plan =
        new PaperPlan(
            "澜江日报",
            Optional.empty(),
            PublishingDays.read(map),
            map.count("pages", 0, 0, 9),
            new PaperPlan.Due(LocalTime.of(9, 0), ZoneId.of("Asia/Shanghai")));
    map.finish();
    return new IssueCalendar(plan, List.of(seen), now);
  }

  private static Seen seen(int day, Integer number) {
    return seen(day, number, 4, null, false);
  }

  private static Seen seen(int day, Integer number, int pages, String received, boolean withdrawn) {
    return new Seen(
        LocalDate.of(2025, 3, day),
        number,
        pages,
        received == null ? null : Instant.parse(received),
        withdrawn);
  }
}
