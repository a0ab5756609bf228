package dev.broadsheet.cli;

import dev.broadsheet.cli.calendar.IssuesOfPaper;
import dev.broadsheet.cli.calendar.YearPage;
import dev.broadsheet.contract.Json;
import dev.broadsheet.contract.Settings;
import dev.broadsheet.ingest.calendar.Days;
import dev.broadsheet.ingest.calendar.IssueCalendar;
import dev.broadsheet.ingest.calendar.IssueDay;
import dev.broadsheet.ingest.calendar.PaperPlan;
import dev.broadsheet.ingest.calendar.Seen;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `broadsheet calendar`: a year of a paper's issues at a glance.
@Command(
    name = "calendar",
    mixinStandardHelpOptions = true,
    description = "Shows which issues of a paper are there, late, missing or withdrawn.",
    footer = {
      "",
      "  broadsheet calendar 澜江日报 --year 2025",
      "  broadsheet calendar                        names of the papers in the index",
      "",
      "The setting papers.file names the file that says when papers come out; without it no",
      "issue is expected. Exit code 1 when issues are missing."
    })
final class CalendarCommand implements Callable<Integer> {
  private static final int FIRST_YEAR = 1800;

  /// Numbers of the issues around a year tell what is missing at its ends.
  private static final int MARGIN_DAYS = 14;

  @Mixin private SettingsOptions options;
  @Spec private CommandSpec spec;

  @Parameters(arity = "0..1", paramLabel = "PAPER", description = "name as in the masthead")
  private @Nullable String paper;

  @Option(names = "--year", description = "which year (default: this one)")
  private int year;

  @Option(names = "--json", description = "one line a day, for scripts")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    Settings settings = options.settings();
    String alias = settings.get(Settings.INDEX_ALIAS);
    String name = paper;
    try (var elastic = new Elastic(settings)) {
      if (name == null) {
        elastic
            .ask(client -> new IssuesOfPaper(client, alias).papers())
            .forEach(p -> spec.commandLine().getOut().println(Display.safe(p)));
        return 0;
      }
      PaperPlan plan = PaperOptions.of(settings, name);
      Instant now = Clock.systemUTC().instant();
      Days days = days(plan, now);
      var wider = new Days(days.from().minusDays(MARGIN_DAYS), days.to().plusDays(MARGIN_DAYS));
      List<Seen> seen = elastic.ask(client -> new IssuesOfPaper(client, alias).read(plan, wider));
      return print(plan, new IssueCalendar(plan, seen, now).days(days));
    }
  }

  private Days days(PaperPlan plan, Instant now) {
    int which = year == 0 ? plan.due().today(now).getYear() : year;
    if (which < FIRST_YEAR || which > plan.due().today(now).getYear() + 1) {
      throw new IllegalArgumentException(
          "--year %d: %d to next year are allowed".formatted(which, FIRST_YEAR));
    }
    return Days.of(which);
  }

  private int print(PaperPlan plan, List<IssueDay> days) {
    var out = spec.commandLine().getOut();
    if (json) {
      days.forEach(d -> out.println(Json.text(d)));
    } else {
      boolean colours = Terminal.isThere() && System.getenv("NO_COLOR") == null;
      out.print(new YearPage(colours).render(Display.safe(plan.paper()), days));
      out.flush();
    }
    return days.stream().anyMatch(d -> d.state() == IssueDay.State.MISSING) ? 1 : 0;
  }
}
