package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.split.HeadRuns.Group;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Puts stretches and headline groups together to articles.
final class Assembly {
  /// An article as rows: what is written about it is made of these.
  static final class Cut {
    final List<Stretch> bodies = new ArrayList<>();
    final List<Integer> display = new ArrayList<>();
    final Map<Integer, Double> pull = new HashMap<>();
    final List<Integer> bylines = new ArrayList<>();
    final List<Integer> jumps = new ArrayList<>();
    final List<Integer> columns = new ArrayList<>();
    String why = "";

    int firstRow() {
      int first = Integer.MAX_VALUE;
      for (Stretch body : bodies) {
        first = Math.min(first, body.paragraphs().getFirst().rows().getFirst());
      }
      if (bodies.isEmpty()) {
        for (int row : display) {
          first = Math.min(first, row);
        }
        for (int row : bylines) {
          first = Math.min(first, row);
        }
        for (int row : jumps) {
          first = Math.min(first, row);
        }
      }
      return first;
    }
  }

  private final Page page;
  private final Vocabulary vocabulary;
  private final List<Stretch> stretches;
  private final List<Cut> cuts = new ArrayList<>();
  private final Map<Integer, Cut> byStretch = new HashMap<>();
  private final Map<Stretch, Cut> byOrigin = new HashMap<>();

  Assembly(Page page, Vocabulary vocabulary, List<Stretch> stretches) {
    this.page = page;
    this.vocabulary = vocabulary;
    this.stretches = stretches;
  }

  List<Cut> cuts() {
    for (int s = 0; s < stretches.size(); s++) {
      if (!stretches.get(s).paragraphs().isEmpty()) {
        byStretch.put(s, cutOf(stretches.get(s)));
      }
    }
    assign(new HeadRuns(page, vocabulary, stretches).groups());
    Orphans.adopt(cuts, page, vocabulary);
    cuts.sort(Comparator.comparingInt(Cut::firstRow));
    return cuts;
  }

  /// A stretch that goes on from another is a part of its article; the halves of the sentence are
  /// joined.
  private Cut cutOf(Stretch stretch) {
    Stretch origin = stretch.origin();
    Cut host = origin == null ? null : byOrigin.get(origin);
    if (host != null && origin != null) {
      if (stretch.isJoined() && host.bodies.getLast() == origin) {
        origin.paragraphs().getLast().append(stretch.paragraphs().removeFirst());
      }
      if (!stretch.paragraphs().isEmpty()) {
        host.bodies.add(stretch);
      } else {
        host.columns.addAll(stretch.insets());
        origin.captions().addAll(stretch.captions());
      }
      byOrigin.put(stretch, host);
      return host;
    }
    Cut cut = new Cut();
    cut.bodies.add(stretch);
    cuts.add(cut);
    byOrigin.put(stretch, cut);
    return cut;
  }

  private void assign(List<Group> groups) {
    List<Group> order = new ArrayList<>(groups);
    order.sort(Comparator.comparingDouble(Group::score).reversed());
    Set<Cut> taken = new HashSet<>();
    Set<Group> placed = Collections.newSetFromMap(new IdentityHashMap<>());
    for (Group group : order) {
      boolean display = hasDisplay(group);
      Cut cut = byStretch.get(group.stretch());
      if (cut != null && (!display || taken.add(cut))) {
        place(group, cut);
        placed.add(group);
      }
    }
    List<Group> left = groups.stream().filter(group -> !placed.contains(group)).toList();
    new LateHeads(page, vocabulary, cuts).place(left).forEach(this::loose);
  }

  private boolean hasDisplay(Group group) {
    for (int row : group.rows()) {
      if (page.isDisplay(row)) {
        return true;
      }
    }
    return false;
  }

  private void place(Group group, Cut cut) {
    for (int i = 0; i < group.rows().size(); i++) {
      int row = group.rows().get(i);
      if (page.isDisplay(row)) {
        cut.pull.put(row, group.affinity().get(i));
        cut.display.add(row);
      } else if (page.isByline(row)) {
        cut.bylines.add(row);
      } else {
        cut.jumps.add(row);
      }
    }
  }

  /// A group without a body: a short one is the column of the article that it points to, bylines
  /// and pointers alone go with the article above, another is a teaser.
  private void loose(Group group) {
    Cut target = byStretch.get(group.stretch());
    boolean isShort = group.rows().stream().mapToInt(row -> page.text(row).length()).sum() <= 24;
    if (target != null && isShort) {
      target.columns.addAll(group.rows());
      return;
    }
    Cut neighbour = byStretch.getOrDefault(group.gap() - 1, byStretch.get(group.gap()));
    if (neighbour != null && !hasDisplay(group)) {
      place(group, neighbour);
      return;
    }
    teasers(group.rows());
  }

  private void teasers(List<Integer> rows) {
    Cut current = new Cut();
    for (int row : rows) {
      boolean display = page.isDisplay(row);
      if (display && opensTeaser(row, current)) {
        cuts.add(current);
        current = new Cut();
      }
      (display ? current.display : page.isByline(row) ? current.bylines : current.jumps).add(row);
    }
    cuts.add(current);
  }

  /// A display row behind a pointer or a blank line announces another article, unless it is the
  /// line below a headline, or what stands above is the title of the list.
  private boolean opensTeaser(int row, Cut current) {
    if (current.display.stream().allMatch(above -> StandingTitles.contains(page.text(above)))) {
      return false;
    }
    boolean parted = page.gap(row) > 0 && !HeadParts.isSubtitle(HeadParts.clean(page.text(row)));
    return !current.jumps.isEmpty() || parted;
  }
}
