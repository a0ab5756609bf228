package dev.broadsheet.ingest.poll;

import dev.broadsheet.ingest.calendar.Days;
import dev.broadsheet.ingest.ledger.LedgerWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/// Fetches issues of one feed: a stretch of days once, or the newest for ever. One thread at a
/// time.
public final class Poller implements AutoCloseable {
  private static final int ATTEMPTS = 3;
  private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(30);

  private final Feed feed;
  private final Clock clock;
  private final Pause pause;
  private final PollListener listener;
  private final Fetcher fetcher;
  private final FeedReader reader;

  Poller(Feed feed, LedgerWriter writer, Surroundings surroundings, PollListener listener) {
    this.feed = feed;
    this.clock = surroundings.clock();
    this.pause = surroundings.pause();
    this.listener = listener;
    var resolver =
        new CheckedResolver(SystemDefaultDnsResolver.INSTANCE, feed.manners().privateAddresses());
    var client = new WebClient(feed.manners().agent(), resolver, surroundings.bounds());
    this.fetcher = new Fetcher(feed.manners(), client, clock, pause);
    this.reader = new FeedReader(feed, fetcher, writer, listener);
  }

  /// Time and bounds.
  record Surroundings(Clock clock, Pause pause, WebClient.Bounds bounds) {
    static Surroundings usual(Clock clock) {
      return new Surroundings(clock, Thread::sleep, WebClient.Bounds.USUAL);
    }
  }

  /// A poller in real time.
  public static Poller of(Feed feed, LedgerWriter writer, Clock clock, PollListener listener) {
    return new Poller(feed, writer, Surroundings.usual(clock), listener);
  }

  /// Fetches the issues of a stretch of days, in order, as far as they are online. What the ledger
  /// has is not asked for, so a run that was ended goes on where it was.
  ///
  /// @param again whether to ask for what the ledger has, too
  /// @return how many issues are not complete
  public long fill(Days stretch, boolean again) throws InterruptedException {
    Instant now = clock.instant();
    List<LocalDate> days =
        stretch
            .from()
            .datesUntil(stretch.to().plusDays(1))
            .filter(d -> feed.isOnline(d, now))
            .toList();
    listener.expected(days.size());
    long incomplete = 0;
    for (LocalDate day : days) {
      IssueFetch fetch = reader.read(day, again);
      for (int i = 1; i < ATTEMPTS && fetch == IssueFetch.INCOMPLETE; i++) {
        pause.pause(BETWEEN_ATTEMPTS);
        fetch = reader.read(day, again);
      }
      incomplete += fetch == IssueFetch.COMPLETE ? 0 : 1;
      listener.issue(day, fetch);
    }
    return incomplete;
  }

  /// Looks once at today's issue and at those of the days before that are not complete.
  public void look() throws InterruptedException {
    Instant now = clock.instant();
    LocalDate today = feed.online().today(now);
    for (int back = feed.manners().lookBack(); back >= 0; back--) {
      LocalDate day = today.minusDays(back);
      if (feed.isOnline(day, now)) {
        listener.issue(day, reader.read(day, back == 0));
      }
    }
  }

  /// Looks again and again, until the thread is interrupted.
  public void run() throws InterruptedException {
    while (true) {
      look();
      pause.pause(feed.manners().every());
    }
  }

  @Override
  public void close() {
    fetcher.close();
  }
}
