package dev.broadsheet.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.contract.RawIssue;
import dev.broadsheet.ingest.Broker;
import dev.broadsheet.ingest.calendar.Days;
import dev.broadsheet.ingest.kafka.Patience;
import dev.broadsheet.ingest.kafka.Target;
import dev.broadsheet.ingest.ledger.LedgerWriter;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("stack")
@Timeout(180)
class PollerIT {
  private static final LocalDate FRIDAY = LocalDate.of(2025, 3, 7);
  private static final Patience PATIENT = new Patience(Duration.ofSeconds(90), () -> false);

  @TempDir private Path folder;
  private final MutableTime time = new MutableTime("2025-03-06T21:00:00Z");
  private final Map<String, PageOutcome> outcomes = new TreeMap<>();
  private final List<IssueFetch> fetches = new ArrayList<>();
  private OddSite site;
  private int endAfter = Integer.MAX_VALUE;

  @BeforeEach
  void open() throws IOException {
    site = new OddSite();
  }

  @AfterEach
  void close() throws IOException {
    site.close();
  }

  @Test
  void takesTheIssueWhenItIsOnlineAndItsCorrections() throws Exception {
    var target = Broker.fresh("online");
    try (var writer = writer(target);
        var poller = poller(writer, 3)) {
      poller.look();
      assertThat(site.requests()).as("before six").isEmpty();

      time.set("2025-03-06T22:00:00Z");
      poller.look();
      assertThat(fetches).as("not there yet").containsExactly(IssueFetch.ABSENT);

      page(1, "桥修好了");
      page(2, "雨停了");
      poller.look();
      poller.look();
      page(2, "雨又下了");
      poller.look();
    }

    assertThat(fetches.subList(1, 4)).containsOnly(IssueFetch.COMPLETE);
    assertThat(Broker.issues(target))
        .extracting(i -> i.key() + "@" + i.revision() + " " + i.text())
        .containsExactlyInAnyOrder(
            "lj/2025-03-07/01@1 桥修好了", "lj/2025-03-07/02@1 雨停了", "lj/2025-03-07/02@2 雨又下了");
    assertThat(Broker.issues(target))
        .allSatisfy(i -> assertThat(i.hints().date()).isEqualTo("2025-03-07"))
        .allSatisfy(i -> assertThat(i.hints().paper()).isEqualTo("澜江日报"))
        .allSatisfy(i -> assertThat(i.origin().uri()).startsWith(site.url("/")));
  }

  @Test
  void takesEveryGoodPageAndNamesEveryBadOne() throws Exception {
    var target = Broker.fresh("odd");
    time.set("2025-03-07T12:00:00Z");
    page(1, "第一版");
    site.on(path(2), 200, "", "<html><p>别的版式</p></html>");
    byte[] gbk = html("雨水充足，春播顺利，各地农民下田忙碌。").getBytes(Charset.forName("GB18030"));
    site.on(
        path(3),
        (_, out) ->
            out.write(OddSite.whole(200, "Content-Type: text/html; charset=utf-8\r\n", gbk)));
    site.on(path(4), 302, "Location: http://169.254.169.254/\r\n", "");
    site.on(
        path(5),
        (_, out) ->
            out.write(
                OddSite.whole(
                    200, "Content-Encoding: gzip\r\n", OddSite.gzip(new byte[9_000_000]))));
    page(6, "");
    page(7, "第七版");
    try (var writer = writer(target);
        var poller = poller(writer, 7)) {
      assertThat(poller.fill(new Days(FRIDAY, FRIDAY), false)).isEqualTo(1);
    }

    assertThat(codes())
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "lj/2025-03-07/02", "empty",
                "lj/2025-03-07/04", "host",
                "lj/2025-03-07/05", "too-large",
                "lj/2025-03-07/06", "empty"));
    assertThat(Broker.issues(target))
        .extracting(RawIssue::text)
        .containsExactlyInAnyOrder("第一版", "雨水充足，春播顺利，各地农民下田忙碌。", "第七版");
  }

  @Test
  void goesOnWhereABackFillWasEnded() throws Exception {
    var target = Broker.fresh("fill");
    time.set("2026-01-01T00:00:00Z");
    var march = new Days(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 3, 20));
    march
        .from()
        .datesUntil(march.to().plusDays(1))
        .forEach(day -> site.on("/%s/1.htm".formatted(day), 200, "", html("今天是" + day)));
    endAfter = 7;
    try (var writer = writer(target);
        var poller = poller(writer, 1)) {
      assertThatThrownBy(() -> poller.fill(march, false)).hasMessage("ended");
    }
    endAfter = Integer.MAX_VALUE;
    int before = Broker.issues(target).size();
    try (var writer = writer(target);
        var poller = poller(writer, 1)) {
      assertThat(poller.fill(march, false)).isZero();
      int asked = site.requests().size();
      assertThat(poller.fill(march, false)).isZero();
      assertThat(site.requests()).as("what is in the ledger is not asked for").hasSize(asked);
    }

    assertThat(before).isEqualTo(7);
    assertThat(Broker.issues(target)).extracting(RawIssue::key).hasSize(20).doesNotHaveDuplicates();
    assertThat(site.paths()).doesNotHaveDuplicates();
  }

  private Map<String, String> codes() {
    var codes = new TreeMap<String, String>();
    outcomes.forEach(
        (key, outcome) -> {
          if (outcome instanceof PageOutcome.Refused(var code, _)) {
            codes.put(key, code);
          }
        });
    return codes;
  }

  private void page(int number, String text) {
    site.on(path(number), 200, "ETag: \"%d\"\r\n".formatted(text.hashCode()), html(text));
  }

  private static String path(int number) {
    return "/2025-03-07/%d.htm".formatted(number);
  }

  private static String html(String text) {
    return "<html><h1>报头</h1><div id=text>%s</div></html>".formatted(text);
  }

  private LedgerWriter writer(Target target) {
    return LedgerWriter.open(target, PATIENT, Clock.systemUTC());
  }

  private Poller poller(LedgerWriter writer, int pages) throws IOException {
    Path file = folder.resolve("feed.yaml");
    Files.writeString(
        file,
        """
        paper: 澜江日报
        url: %s
        key: lj/{date}/{page:00}
        last-page: %d
        text: "#text"
        contact: mailto:ops@example.org
        online-at: "06:00"
        private-addresses: true
        look-back-days: 0
        """
            .formatted(site.url("/{date}/{page}.htm"), pages));
    return new Poller(
        Feed.read(file),
        writer,
        new Poller.Surroundings(
            time,
            time,
            new WebClient.Bounds(1_000_000, Duration.ofSeconds(10), Duration.ofSeconds(5))),
        new PollListener() {
          @Override
          public void page(String key, PageOutcome outcome) {
            outcomes.put(key, outcome);
          }

          @Override
          public void issue(LocalDate day, IssueFetch fetch) {
            fetches.add(fetch);
            if (fetches.size() == endAfter) {
              throw new IllegalStateException("ended");
            }
          }
        });
  }
}
