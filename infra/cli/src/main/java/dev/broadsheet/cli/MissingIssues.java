package dev.broadsheet.cli;

import dev.broadsheet.cli.calendar.IssuesOfPaper;
import dev.broadsheet.cli.calendar.YearPage;
import dev.broadsheet.ingest.calendar.Days;
import dev.broadsheet.ingest.calendar.IssueCalendar;
import dev.broadsheet.ingest.calendar.PaperPlan;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The issues that were due lately and are not there.
final class MissingIssues {
  /// How far back it looks.
  static final int DAYS = 30;

  private MissingIssues() {}

  /// Missing issues by paper; papers of which none is missing are left out.
  static Map<String, List<String>> read(IssuesOfPaper issues, List<PaperPlan> plans)
      throws IOException {
    var missing = new LinkedHashMap<String, List<String>>();
    Instant now = Clock.systemUTC().instant();
    for (PaperPlan plan : plans) {
      LocalDate today = plan.due().today(now);
      var days = new Days(today.minusDays(DAYS - 1), today);
      // A gap at the beginning is told by the numbers on both of its sides.
      var wider = new Days(days.from().minusDays(DAYS), today);
      var calendar = new IssueCalendar(plan, issues.read(plan, wider), now);
      List<String> names = calendar.missing(days).stream().map(YearPage::name).toList();
      if (!names.isEmpty()) {
        missing.put(plan.paper(), names);
      }
    }
    return missing;
  }
}
