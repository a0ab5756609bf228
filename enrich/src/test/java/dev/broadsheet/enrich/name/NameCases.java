package dev.broadsheet.enrich.name;

import dev.broadsheet.contract.Article.Entities;
import dev.broadsheet.enrich.lexicon.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The sentences of `names/sentences.tsv`, and how a finder does on them.
final class NameCases {
  private int hits;
  private int said;
  private int due;
  private final List<String> wrong = new ArrayList<>();

  /// A sentence and the names that a careful indexer takes from it.
  record Case(String sentence, Set<String> persons, Set<String> places, Set<String> organisations) {
    static Case parse(String line) {
      String[] cells = line.split("\t", -1);
      return new Case(cells[0], names(cells[1]), names(cells[2]), names(cells[3]));
    }

    private static Set<String> names(String cell) {
      return cell.equals("-") ? Set.of() : Set.of(cell.split(" "));
    }

    Entities find(NameLists lists) {
      Reading reading = Reading.of(lists.segmenter(), List.of(), null, List.of(sentence));
      return NameFinder.of(lists).find(reading, Set.of());
    }
  }

  static List<Case> all() {
    try (var in = NameCases.class.getResourceAsStream("/names/sentences.tsv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(l -> !l.startsWith("#"))
          .map(Case::parse)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void count(String sentence, List<String> found, Set<String> expected) {
    Set<String> right = new HashSet<>(found);
    right.retainAll(expected);
    hits += right.size();
    said += found.size();
    due += expected.size();
    if (right.size() < expected.size() || right.size() < found.size()) {
      wrong.add("%s: %s for %s".formatted(sentence, found, expected));
    }
  }

  double precision() {
    return said == 0 ? 1 : (double) hits / said;
  }

  double recall() {
    return due == 0 ? 1 : (double) hits / due;
  }

  String report() {
    return "precision %.3f, recall %.3f%n%s"
        .formatted(precision(), recall(), String.join("\n", wrong));
  }
}
