package dev.broadsheet.cli;

import dev.broadsheet.enrich.split.PageSplit;
import dev.broadsheet.enrich.split.Role;
import java.util.List;
import java.util.Locale;

/// A page for people: each printed line with its role, the article it went to, and why.
final class PageExplanation {
  private static final int TEXT_COLUMNS = 60;
  private static final int WHY_COLUMNS = 40;

  private PageExplanation() {}

  /// One row for each stretch of a line that has a role of its own; blank lines are left out.
  static String of(String text, PageSplit page) {
    var table =
        new Table(
            List.of("line", "role", "article", "text", "why"), 6, 10, 7, TEXT_COLUMNS, WHY_COLUMNS);
    int line = 1;
    for (var segment : page.segments()) {
      int at = segment.start();
      while (at < segment.end()) {
        int lineEnd = text.indexOf('\n', at);
        int end = lineEnd < 0 ? segment.end() : Math.min(segment.end(), lineEnd);
        String piece = text.substring(at, end).strip();
        if (!piece.isEmpty() && segment.role() != Role.BLANK) {
          row(table, line, segment, piece);
        }
        at = end;
        if (at == lineEnd && at < segment.end()) {
          at++;
          line++;
        }
      }
    }
    return table + summary(page);
  }

  private static void row(Table table, int line, PageSplit.Segment segment, String piece) {
    table.row(
        Integer.toString(line),
        segment.role().name().toLowerCase(Locale.ROOT),
        segment.article() < 0 ? "-" : Integer.toString(segment.article() + 1),
        piece,
        segment.why());
  }

  private static String summary(PageSplit page) {
    var out = new StringBuilder("\n");
    int position = 1;
    for (var article : page.articles()) {
      String headline = article.head().headline();
      out.append(
          "  %2d  %s  (%d paragraphs%s)%n"
              .formatted(
                  position++,
                  Display.safe(headline == null ? "（无标题）" : headline),
                  article.paragraphs().size(),
                  article.flags().isEmpty() ? "" : ", " + String.join(", ", article.flags())));
    }
    return out.toString();
  }
}
