package dev.broadsheet.ingest.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.ingest.file.FileStamp;
import dev.broadsheet.ingest.inbox.Sightings.Advice;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SightingsTest {
  private static final Instant NOW = Instant.parse("2025-03-20T06:00:00Z");
  private static final Path FILE = Path.of("/in/a.txt");

  private final Sightings sightings = new Sightings(Duration.ofMillis(500));

  @Test
  void waitsUntilAFileHasNotChangedForTheTimeThatIsSet() {
    assertThat(look(stamp(10), 1, 0)).isEqualTo(Advice.WAIT);
    assertThat(look(stamp(10), 2, 499)).isEqualTo(Advice.WAIT);
    assertThat(look(stamp(20), 3, 600)).isEqualTo(Advice.WAIT);
    assertThat(look(stamp(20), 4, 1_099)).isEqualTo(Advice.WAIT);
    assertThat(look(stamp(20), 5, 1_100)).isEqualTo(Advice.TAKE);
  }

  @Test
  void takesAFileAtOnceThatHasNotChangedForLong() {
    assertThat(look(changed(Duration.ofMinutes(11)), 1, 0)).isEqualTo(Advice.TAKE);
    assertThat(sightings.hasUnsettled()).isFalse();
  }

  @Test
  void doesNotLookAgainAtWhatIsSettled() {
    sightings.taken(FILE, stamp(10), 1);
    assertThat(look(stamp(10), 2, 0)).isEqualTo(Advice.KEEP);
    sightings.refused(FILE, stamp(10), 2);
    assertThat(look(stamp(10), 3, 0)).isEqualTo(Advice.SKIP);

    assertThat(look(stamp(11), 4, 0)).isEqualTo(Advice.WAIT);
  }

  @Test
  void noticesAReplacementOfTheSameSizeAndTime() {
    var before = new FileStamp(FileStamp.Kind.FILE, 10, stamp(10).modified(), 1);
    var after = new FileStamp(FileStamp.Kind.FILE, 10, stamp(10).modified(), 2);
    sightings.taken(FILE, before, 1);

    assertThat(look(after, 2, 0)).isEqualTo(Advice.WAIT);
  }

  @Test
  void triesAgainWhatMayPassButTellsItOnce() {
    var stamp = changed(Duration.ofHours(1));

    assertThat(sightings.refusedForNow(FILE, stamp, RejectReason.UNREADABLE, 1)).isTrue();
    assertThat(look(stamp, 2, 0)).isEqualTo(Advice.TAKE);
    assertThat(sightings.refusedForNow(FILE, stamp, RejectReason.UNREADABLE, 2)).isFalse();
    assertThat(sightings.refusedForNow(FILE, stamp, RejectReason.KEY, 3)).isTrue();
  }

  @Test
  void forgetsFilesThatAreGone() {
    look(stamp(10), 1, 0);
    sightings.endPass(1);
    assertThat(sightings.hasUnsettled()).isTrue();

    sightings.endPass(2);

    assertThat(sightings.hasUnsettled()).isFalse();
  }

  @Test
  void keepsWhatTheLastWalkMetWhenItForgets() {
    for (int i = 0; i < 30_000; i++) {
      sightings.taken(Path.of("/in/gone/" + i), stamp(10), 1);
    }
    sightings.taken(FILE, stamp(10), 1);
    look(stamp(10), 2, 0);
    sightings.endPass(2);

    assertThat(look(stamp(10), 3, 0)).isEqualTo(Advice.KEEP);
    assertThat(sightings.look(Path.of("/in/gone/1"), stamp(10), 3, NOW, 0)).isEqualTo(Advice.WAIT);
  }

  private Advice look(FileStamp stamp, long pass, long millis) {
    return sightings.look(FILE, stamp, pass, NOW, Duration.ofMillis(millis).toNanos());
  }

  private static FileStamp stamp(long size) {
    long modified = Duration.ofSeconds(NOW.getEpochSecond()).toNanos();
    return new FileStamp(FileStamp.Kind.FILE, size, modified, 1);
  }

  private static FileStamp changed(Duration ago) {
    long modified = Duration.ofSeconds(NOW.minus(ago).getEpochSecond()).toNanos();
    return new FileStamp(FileStamp.Kind.FILE, 10, modified, 1);
  }
}
