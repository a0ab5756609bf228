package dev.broadsheet.ingest.poll;

import dev.broadsheet.contract.IssueHints;
import dev.broadsheet.ingest.encoding.Decoding;
import dev.broadsheet.ingest.encoding.TextDecoder;
import dev.broadsheet.ingest.file.FileReading;
import dev.broadsheet.ingest.file.IssueReader;
import dev.broadsheet.ingest.file.Printable;
import dev.broadsheet.ingest.ledger.IncomingIssue;
import dev.broadsheet.ingest.ledger.LedgerWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

/// Reads issues of one feed and publishes their pages, each by itself, so that whatever ends it
/// leaves whole pages only. One thread at a time.
final class FeedReader {
  private final Feed feed;
  private final Fetcher fetcher;
  private final LedgerWriter writer;
  private final PollListener listener;

  FeedReader(Feed feed, Fetcher fetcher, LedgerWriter writer, PollListener listener) {
    this.feed = feed;
    this.fetcher = fetcher;
    this.writer = writer;
    this.listener = listener;
  }

  /// Fetches the issue of a day.
  ///
  /// @param again whether to ask for pages that are in the ledger, too
  IssueFetch read(LocalDate day, boolean again) throws InterruptedException {
    boolean whole = true;
    for (int number = feed.pages().first(); number <= feed.pages().last(); number++) {
      String key = feed.pages().key().format(day, number);
      PageOutcome outcome = page(key, day, number, again);
      listener.page(key, outcome);
      switch (outcome) {
        case PageOutcome.Taken _ -> whole &= true;
        case PageOutcome.Known _ -> whole &= true;
        case PageOutcome.Refused _ -> whole = false;
        case PageOutcome.Later _ -> {
          return IssueFetch.INCOMPLETE;
        }
        case PageOutcome.Absent _ -> {
          boolean none = number == feed.pages().first();
          return none ? IssueFetch.ABSENT : whole ? IssueFetch.COMPLETE : IssueFetch.INCOMPLETE;
        }
      }
    }
    return whole ? IssueFetch.COMPLETE : IssueFetch.INCOMPLETE;
  }

  private PageOutcome page(String key, LocalDate day, int number, boolean again)
      throws InterruptedException {
    if (!again && writer.transact(t -> t.find(key)).isPresent()) {
      return new PageOutcome.Known();
    }
    URI address = URI.create(feed.pages().address().format(day, number));
    return switch (fetcher.get(address)) {
      case Fetched.Unchanged _ -> new PageOutcome.Known();
      case Fetched.Absent _ -> new PageOutcome.Absent();
      case Fetched.Later(_, var message) -> new PageOutcome.Later(message);
      case Fetched.Forbidden(var code, var message) -> new PageOutcome.Refused(code, message);
      case Fetched.Page page -> take(key, day, number, address, page);
    };
  }

  private PageOutcome take(String key, LocalDate day, int number, URI address, Fetched.Page page) {
    return switch (TextDecoder.decode(page.bytes(), page.charset())) {
      case Decoding.Refused(var reason, var message) ->
          new PageOutcome.Refused(reason.code(), shown(page) + message);
      case Decoding.Decoded(var html, _) -> {
        String text = SelectedText.of(html, page.address(), feed.selectors());
        var hints = new IssueHints(feed.paper(), day.toString(), Integer.toString(number));
        // The hash is that of the text: the rest of a page changes with every visit.
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        yield switch (IssueReader.of(bytes, "UTF-8", key, page.address().toString(), hints)) {
          case FileReading.Refused(var reason, var message) ->
              new PageOutcome.Refused(
                  reason.code(),
                  text.isEmpty()
                      ? shown(page)
                          + "no element that the selectors of text name: adapt them to the page"
                      : shown(page) + message);
          case FileReading.Taken(var issues, _, _) -> publish(issues.getFirst(), address, page);
        };
      }
    };
  }

  private PageOutcome publish(IncomingIssue issue, URI address, Fetched.Page page) {
    var publication = writer.publish(List.of(issue), false).getFirst();
    // Only now may the site be asked for newer ones only.
    fetcher.taken(address, page);
    return new PageOutcome.Taken(publication);
  }

  private static String shown(Fetched.Page page) {
    return Printable.of(page.address()) + ": ";
  }
}
