package dev.broadsheet.bench.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The vocabulary of pages: stretches of running text between two marks.
record Phrases(List<String> all) {
  private static final Pattern MARKS = Pattern.compile("[^\\p{IsHan}]+");

  /// Formulas that open reports: in the middle of one they would open another.
  private static final Pattern FORMULA = Pattern.compile("本报|记者|讯|摄|通讯员");

  private static final int SHORTEST_ROW = 20;
  private static final int SHORTEST = 3;
  private static final int LONGEST = 16;

  Phrases {
    all = List.copyOf(all);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("pages without running text");
    }
  }

  /// Takes them out of the long rows of pages; short rows are headlines and furniture.
  static Phrases of(List<String> pages) {
    List<String> all = new ArrayList<>();
    for (String page : pages) {
      page.lines()
          .filter(row -> row.length() >= SHORTEST_ROW)
          .flatMap(MARKS::splitAsStream)
          .filter(p -> p.length() >= SHORTEST && p.length() <= LONGEST)
          .filter(p -> !FORMULA.matcher(p).find())
          .forEach(all::add);
    }
    return new Phrases(all);
  }
}
