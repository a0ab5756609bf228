package dev.broadsheet.enrich.byline;

import dev.broadsheet.enrich.lexicon.WordTable;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Names of agencies and papers.
final class Paper {
  /// An agency of the table.
  ///
  /// @param printed as it stands in a report head
  /// @param wire whether its reporters' bylines alone name it
  record Agency(String printed, String name, boolean wire) {}

  private static final List<Agency> AGENCIES =
      WordTable.rows(Paper.class, "agencies.tsv", 3).stream()
          .map(row -> new Agency(row.get(0), row.get(1), row.get(2).equals("yes")))
          .sorted(Comparator.comparing((Agency a) -> a.printed.length()).reversed())
          .toList();
  private static final List<String> ENDS =
      WordTable.rows(Paper.class, "papers.tsv", 1).stream()
          .map(List::getFirst)
          .sorted(Comparator.comparing(String::length).reversed())
          .toList();
  private static final List<String> EXTRAS =
      List.of("全媒体", "融媒体", "全媒", "融媒", "客户端", "综合", "特", "专", "网络");

  private Paper() {}

  /// The agency that starts at `i`; null where none of the table does.
  static @Nullable Agency at(String text, int i) {
    for (Agency agency : AGENCIES) {
      if (text.startsWith(agency.printed, i)) {
        return agency;
      }
    }
    return null;
  }

  /// Whether a word ends as the name of a paper does and is more than that ending.
  static boolean endsAsPaper(String word) {
    return word.length() > 2 && nameEnd(word) == word.length();
  }

  /// Length of the paper's name at the start of a text; 0 where there is none.
  static int nameEnd(String text) {
    int best = 0;
    for (String end : ENDS) {
      int at = text.indexOf(end, 2);
      if (at >= 2 && at + end.length() > best) {
        best = at + end.length();
      }
    }
    return best;
  }

  /// Index behind 全媒体, 客户端 and the like.
  static int behindExtras(String text, int i) {
    int end = i;
    boolean more = true;
    while (more) {
      more = false;
      for (String extra : EXTRAS) {
        if (text.startsWith(extra, end)) {
          end += extra.length();
          more = true;
        }
      }
    }
    return end;
  }
}
