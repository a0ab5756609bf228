package dev.broadsheet.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class IssueRecordsPropertyTest {
  @Property
  void readsWhatItWrites(@ForAll("issues") RawIssue issue) {
    var record = IssueRecords.write("t", issue);

    var reading = IssueRecords.read(record.key(), record.value(), record.headers());

    assertThat(reading).isEqualTo(new IssueRecords.Reading.Valid(issue));
  }

  @Property
  void neverThrowsOnForeignBytes(@ForAll byte[] key, @ForAll byte[] value) {
    var record = IssueRecords.write("t", sample("文"));

    var reading = IssueRecords.read(key, value, record.headers());

    assertThat(reading).isInstanceOf(IssueRecords.Reading.class);
  }

  @Property(tries = 200)
  void noticesEveryChangedByte(@ForAll("text") String text, @ForAll int place, @ForAll byte mask) {
    var record = IssueRecords.write("t", sample(text + "。"));
    byte[] broken = record.value().clone();
    int at = Math.floorMod(place, broken.length);
    broken[at] ^= mask == 0 ? 1 : mask;

    var reading = IssueRecords.read(record.key(), broken, record.headers());

    assertThat(reading).isInstanceOf(IssueRecords.Reading.Invalid.class);
  }

  @Provide
  Arbitrary<String> text() {
    return Arbitraries.integers()
        .between(0, Character.MAX_CODE_POINT)
        .filter(c -> c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)
        .list()
        .ofMaxSize(80)
        .map(
            points -> {
              var text = new StringBuilder();
              points.forEach(text::appendCodePoint);
              return text.toString();
            });
  }

  @Provide
  Arbitrary<RawIssue> issues() {
    Arbitrary<String> hint = text().injectNull(0.5);
    return Combinators.combine(
            text()
                .map(
                    t ->
                        "k"
                            + t.substring(
                                0,
                                t.offsetByCodePoints(
                                    0, Math.min(40, t.codePointCount(0, t.length()))))),
            text(),
            Arbitraries.longs().between(1, RawIssue.MAX_REVISION),
            hint,
            hint)
        .as(
            (key, text, revision, paper, page) ->
                new RawIssue(
                    key,
                    text,
                    revision,
                    false,
                    new RawIssue.Origin("file:///a", "text/plain", "UTF-8", "0".repeat(64)),
                    Instant.parse("2025-01-01T00:00:00Z"),
                    new IssueHints(paper, null, page)));
  }

  private static RawIssue sample(String text) {
    return new RawIssue(
        "k",
        text,
        1,
        false,
        new RawIssue.Origin("file:///a", "text/plain", "UTF-8", "0".repeat(64)),
        Instant.EPOCH,
        IssueHints.NONE);
  }
}
