package dev.broadsheet.enrich.name;

import dev.broadsheet.enrich.lexicon.PlainText;
import dev.broadsheet.enrich.lexicon.PrintedWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// Names of one kind, with where in the article each stands first and how often it was added. For
/// one article and one thread.
final class NameTable {
  private static final int EXPECTED = 1 << 4;

  private final PrintedWords names = new PrintedWords(EXPECTED);

  /// By number of the name.
  private int[] positions = new int[EXPECTED];

  private int[] counts = new int[EXPECTED];

  /// Adds the name `text[start, end)`.
  ///
  /// @param position where it stands in the article, unless it was added before
  void add(PlainText text, int start, int end, int position) {
    add(names.number(text, start, end), position);
  }

  /// Adds the name `text[start, end)`, or moves it where it was added as one that stands later.
  void addEarlier(PlainText text, int start, int end, int position) {
    addEarlier(names.number(text, start, end), position);
  }

  private void addEarlier(int name, int position) {
    add(name, position);
    positions[name] = Math.min(positions[name], position);
  }

  private void add(int name, int position) {
    if (name == positions.length) {
      positions = Arrays.copyOf(positions, name * 2);
      counts = Arrays.copyOf(counts, name * 2);
    }
    if (counts[name]++ == 0) {
      positions[name] = position;
    }
  }

  /// Adds those of other names that were added so often, or are among these.
  void addAll(NameTable others, int often) {
    for (int other = 0; other < others.names.size(); other++) {
      if (others.counts[other] >= often || names.has(others.names, other)) {
        addEarlier(names.number(others.names, other), others.positions[other]);
      }
    }
  }

  /// The names as printed, in the order in which they were first added.
  List<String> names() {
    List<String> all = new ArrayList<>(names.size());
    for (int name = 0; name < names.size(); name++) {
      all.add(names.word(name));
    }
    return all;
  }

  /// The names but some, by their positions; of those that begin at one, the first added first.
  List<String> inOrder(Set<String> without) {
    long[] order = new long[names.size()];
    for (int name = 0; name < order.length; name++) {
      order[name] = (long) positions[name] << Integer.SIZE | name;
    }
    Arrays.sort(order);
    List<String> all = new ArrayList<>(order.length);
    for (long next : order) {
      String name = names.word((int) next);
      if (!without.contains(name)) {
        all.add(name);
      }
    }
    return all;
  }
}
