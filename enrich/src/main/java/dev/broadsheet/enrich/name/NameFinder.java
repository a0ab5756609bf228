package dev.broadsheet.enrich.name;

import dev.broadsheet.contract.Article.Entities;
import dev.broadsheet.enrich.lexicon.Passage;
import dev.broadsheet.enrich.lexicon.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Finds the persons, places and organisations of an article.
///
/// Names are given as printed, without white space inside, each once, in order of first
/// appearance. Time is linear in the text. Immutable, safe to share.
public final class NameFinder {
  /// Points from which a candidate is a person.
  static final double CERTAIN = 3;

  /// Points from which a candidate is remembered: several of these in an article make a person.
  static final double POSSIBLE = 1.6;

  private final NameLists lists;

  private NameFinder(NameLists lists) {
    this.lists = lists;
  }

  /// A finder with the lists that are shipped with the program.
  public static NameFinder load() {
    return of(NameLists.load());
  }

  /// A finder with these lists.
  public static NameFinder of(NameLists lists) {
    return new NameFinder(lists);
  }

  /// The names of an article.
  ///
  /// @param bylineNames reporters and their like: they wrote it and are no persons in it
  public Entities find(Reading reading, Set<String> bylineNames) {
    NameGathering gathering = new NameGathering(lists, bylineNames, reading.longestPassage());
    for (Passage passage : reading.headlines()) {
      gathering.read(passage, 0);
    }
    boolean first = true;
    for (List<Passage> paragraph : reading.paragraphs()) {
      for (Passage passage : paragraph) {
        gathering.read(passage, first ? ReportMark.end(passage) : 0);
        first = false;
      }
    }
    return gathering.entities();
  }

  /// The words of each text, for callers that read no whole article.
  public List<Passage> read(String text) {
    return new ArrayList<>(lists.segmenter().read(text));
  }
}
