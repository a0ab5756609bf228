package dev.broadsheet.cli.trace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.cli.trace.Trace.Archived;
import dev.broadsheet.cli.trace.Trace.Article;
import dev.broadsheet.cli.trace.Trace.Letter;
import dev.broadsheet.cli.trace.Trace.Place;
import dev.broadsheet.cli.trace.Trace.Receipt;
import dev.broadsheet.cli.trace.Trace.State;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class TraceTest {
  private static final Place PLACE = new Place("broadsheet.issues", 3, 42);
  private static final Archived ARCHIVED = new Archived(Instant.EPOCH, PLACE);

  private static Trace trace(String state, boolean enriched, Article... articles) {
    var receipt = new Receipt(2, state, 100, Instant.EPOCH, PLACE);
    return new Trace("a/1", receipt, ARCHIVED, enriched, List.of(), List.of(articles));
  }

  private static Article article(long indexed, boolean searchable) {
    return new Article("a/1#1", PLACE, true, indexed, searchable);
  }

  @Test
  void nothingInTheLedgerIsUnknown() {
    var trace = new Trace("a/1", null, null, false, List.of(), List.of());

    assertThat(trace.state()).isEqualTo(State.UNKNOWN);
  }

  @Test
  void isOnTheWayUntilTheIndexHasTheNewestRevisionOfEveryArticle() {
    assertThat(trace("accepted", false).state()).isEqualTo(State.ON_THE_WAY);
    assertThat(trace("accepted", true).state()).isEqualTo(State.ON_THE_WAY);
    assertThat(trace("accepted", true, article(2, true), article(1, true)).state())
        .isEqualTo(State.ON_THE_WAY);
    assertThat(trace("accepted", true, article(2, false)).state()).isEqualTo(State.ON_THE_WAY);
  }

  @Test
  void isSearchableAlthoughTheRevisionTookAnArticleOut() {
    assertThat(trace("accepted", true, article(2, true), article(2, false)).state())
        .isEqualTo(State.SEARCHABLE);
  }

  @Test
  void isWithdrawnWhenNoSearchFindsIt() {
    assertThat(trace("withdrawn", true, article(2, false)).state()).isEqualTo(State.WITHDRAWN);
    assertThat(trace("withdrawn", true, article(2, true)).state()).isEqualTo(State.ON_THE_WAY);
    assertThat(trace("withdrawn", true).state()).isEqualTo(State.WITHDRAWN);
  }

  @Test
  void aDeadLetterIsAFailure() {
    var receipt = new Receipt(2, "accepted", 100, Instant.EPOCH, PLACE);
    var letter = new Letter("enrich", "no-articles", PLACE);
    var trace = new Trace("a/1", receipt, ARCHIVED, true, List.of(letter), List.of());

    assertThat(trace.state()).isEqualTo(State.FAILED);
    assertThat(letter.place()).hasToString("broadsheet.issues/3/42");
  }
}
