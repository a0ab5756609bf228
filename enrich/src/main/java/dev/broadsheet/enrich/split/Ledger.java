package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.page.Row;
import dev.broadsheet.enrich.split.PageSplit.Segment;
import dev.broadsheet.enrich.split.RoleDecoder.State;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Where every row of the page went; owned by the split of one page.
final class Ledger {
  private final String raw;
  private final Page page;
  private final Role[] roles;
  private final int[] articles;
  private final String[] reasons;

  Ledger(String raw, Page page) {
    this.raw = raw;
    this.page = page;
    int n = page.size();
    this.roles = new Role[n];
    this.articles = new int[n];
    this.reasons = new String[n];
    Arrays.fill(articles, -1);
    for (int i = 0; i < n; i++) {
      roles[i] = furniture(i);
      reasons[i] = page.state(i) == State.FURNITURE ? kinds(page.furniture(i)) : "";
    }
  }

  private Role furniture(int i) {
    if (page.state(i) != State.FURNITURE) {
      return Role.BANNER;
    }
    FurnitureRow row = page.furniture(i);
    if (row.has(FurnitureTokens.Kind.STAFF)
        || row.has(FurnitureTokens.Kind.STAFF_ROW)
        || row.has(FurnitureTokens.Kind.CONTACT)
        || row.has(FurnitureTokens.Kind.EMAIL)) {
      return Role.COLOPHON;
    }
    return row.has(FurnitureTokens.Kind.PAGE_FIRST) ? Role.BANNER : Role.MASTHEAD;
  }

  private static String kinds(FurnitureRow row) {
    StringBuilder kinds = new StringBuilder();
    for (FurnitureTokens.Token token : row.tokens()) {
      kinds
          .append(kinds.isEmpty() ? "" : ", ")
          .append(token.kind().name().toLowerCase(java.util.Locale.ROOT));
    }
    return kinds.toString();
  }

  /// Writes a row to an article.
  void enter(int row, Role role, int article, String why) {
    roles[row] = role;
    articles[row] = article;
    reasons[row] = why;
  }

  /// The segments of the raw text, without gap or overlap.
  List<Segment> segments() {
    List<Segment> segments = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < roles.length; i++) {
      Row row = page.row(i).row();
      if (row.start() > at) {
        segments.add(new Segment(at, row.start(), Role.BLANK, -1, ""));
      }
      segments.add(new Segment(row.start(), row.end(), roles[i], articles[i], reasons[i]));
      at = row.end();
    }
    if (at < raw.length()) {
      segments.add(new Segment(at, raw.length(), Role.BLANK, -1, ""));
    }
    return segments;
  }
}
