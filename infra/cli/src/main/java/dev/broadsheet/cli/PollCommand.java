package dev.broadsheet.cli;

import dev.broadsheet.ingest.IngestApp;
import dev.broadsheet.ingest.IngestConfig;
import dev.broadsheet.ingest.calendar.Days;
import dev.broadsheet.ingest.poll.Feed;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `broadsheet poll`: the issues of a stretch of days from an e-paper site.
@Command(
    name = "poll",
    mixinStandardHelpOptions = true,
    description = "Fetches issues from an e-paper site, once; what was taken in is not asked for.",
    footer = {
      "",
      "  broadsheet poll lanjiang.yaml                                    today's issue",
      "  broadsheet poll lanjiang.yaml --from 2025-01-01 --to 2025-12-31  a year",
      "",
      "Every day: name the feed files in the setting poll.feeds of ingest.",
      "Exit code 1 when an issue is not complete; the same command again goes on where it was."
    })
final class PollCommand implements Callable<Integer> {
  @Mixin private SettingsOptions options;
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FEED", description = "feed file")
  private Path file;

  @Option(names = "--from", paramLabel = "DAY", description = "first day (default: today)")
  private @Nullable LocalDate from;

  @Option(names = "--to", paramLabel = "DAY", description = "last day (default: today)")
  private @Nullable LocalDate to;

  @Option(names = "--again", description = "ask for what was taken in, too")
  private boolean again;

  @Override
  public Integer call() throws Exception {
    Feed feed = Feed.read(file);
    Clock clock = Clock.systemUTC();
    LocalDate today = feed.online().today(clock.instant());
    var days = new Days(from == null ? today : from, to == null ? today : to);
    var app = new IngestApp(IngestConfig.from(options.settings()), clock);
    long incomplete;
    var tally = new PollTally(spec.commandLine().getErr());
    try (tally) {
      incomplete = app.fill(feed, days, again, tally);
    }
    spec.commandLine().getOut().println(tally.line());
    return incomplete == 0 ? 0 : 1;
  }
}
