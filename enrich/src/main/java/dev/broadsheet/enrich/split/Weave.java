package dev.broadsheet.enrich.split;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Decides over the whole page which paragraph goes on with which article.
///
/// Every paragraph opens an article, goes on with the one above, or goes back to one that others
/// were printed into. A few of the best readings of the page are kept while it is read, so that a
/// sentence that breaks off waits for its rest, and the rest for its sentence.
final class Weave {
  /// What a paragraph does.
  enum Step {
    /// It opens an article.
    OPENS,
    /// It is a new paragraph of the article above it.
    GOES_ON,
    /// It is a new paragraph of an article further up.
    COMES_BACK,
    /// It is the rest of a sentence of the article above it or further up.
    JOINS
  }

  /// What was decided about a block.
  ///
  /// @param block the block
  /// @param after the block of the same article before it, or null when it opens one
  /// @param step what it does
  /// @param score log odds against opening an article
  record Decision(Block block, @Nullable Block after, Step step, double score) {
    /// The decision in a few words.
    String why() {
      String words =
          switch (step) {
            case OPENS -> "opens an article";
            case GOES_ON -> "goes on";
            case COMES_BACK -> "goes back to an article above";
            case JOINS -> "rest of a sentence";
          };
      return words + ", " + Math.round(score * 10) / 10.0;
    }
  }

  private static final int BEAM = 10;
  private static final int SUSPENDED = 6;

  /// How far behind the best a reading is given up.
  private static final double HOPELESS = 8;

  /// What it costs to leave a sentence without its rest.
  private static final double DANGLING = 1.2;

  private record Reading(
      double score,
      Strand current,
      List<Strand> suspended,
      Decision decision,
      @Nullable Reading before) {}

  /// A way to go on: the strand that a block goes on with, or null for none.
  private record Option(@Nullable Strand strand, Step step, double score) {}

  /// A reading that goes on with a block, before it is made: most are dropped.
  private record Candidate(Reading reading, Option option, double score) {}

  private final List<Block> blocks;
  private final Junctions junctions;

  Weave(List<Block> blocks, Junctions junctions) {
    this.blocks = blocks;
    this.junctions = junctions;
  }

  /// One decision a block, in the order of the text.
  List<Decision> decisions() {
    if (blocks.isEmpty()) {
      return List.of();
    }
    Block first = blocks.getFirst();
    Decision opening = new Decision(first, null, Step.OPENS, 0);
    List<Reading> readings = List.of(new Reading(0, Strand.open(first), List.of(), opening, null));
    for (Block next : blocks.subList(1, blocks.size())) {
      List<Candidate> candidates = new ArrayList<>();
      for (Reading reading : readings) {
        weigh(reading, next, candidates);
      }
      readings = extend(best(candidates), next);
    }
    return trace(readings.getFirst());
  }

  /// The best readings, without those that no evidence brings back.
  private static List<Candidate> best(List<Candidate> candidates) {
    candidates.sort((a, b) -> Double.compare(b.score(), a.score()));
    double least = candidates.getFirst().score() - HOPELESS;
    int size = 1;
    while (size < Math.min(BEAM, candidates.size()) && candidates.get(size).score() >= least) {
      size++;
    }
    return candidates.subList(0, size);
  }

  private static List<Decision> trace(Reading best) {
    List<Decision> decisions = new ArrayList<>();
    for (Reading at = best; at != null; at = at.before()) {
      decisions.add(at.decision());
    }
    return decisions.reversed();
  }

  /// Every way to go on with a reading, each weighed against what is possible without those that
  /// wait.
  private void weigh(Reading reading, Block next, List<Candidate> candidates) {
    List<Option> options = options(reading, next);
    double all = 0;
    for (Option option : options) {
      Strand strand = option.strand();
      all += strand == null || strand.is(reading.current()) ? Math.exp(option.score()) : 0;
    }
    double norm = Math.log(all);
    for (Option option : options) {
      candidates.add(new Candidate(reading, option, reading.score() + option.score() - norm));
    }
  }

  private List<Option> options(Reading reading, Block next) {
    List<Option> options = new ArrayList<>();
    Strand current = reading.current();
    boolean open = current.last().isOpen();
    double left = open ? DANGLING : 0;
    options.add(new Option(null, Step.OPENS, junctions.opens(next) - left));
    options.add(new Option(current, Step.GOES_ON, junctions.goesOn(current, next)));
    if (open) {
      options.add(new Option(current, Step.JOINS, junctions.joins(current, next, 0, current)));
    }
    for (Strand strand : reading.suspended()) {
      int distance = next.index() - strand.last().index() - 1;
      if (strand.last().isOpen()) {
        double joins = junctions.joins(strand, next, distance, current) + DANGLING - left;
        options.add(new Option(strand, Step.JOINS, joins));
      }
      double back = junctions.comesBack(strand, next, distance, current) - left;
      options.add(new Option(strand, Step.COMES_BACK, back));
    }
    return options;
  }

  /// Readings share the strands that they go on with: what is found out about one is known for all.
  private static List<Reading> extend(List<Candidate> candidates, Block next) {
    Strand opened = Strand.open(next);
    IdentityHashMap<Strand, Strand> longer = new IdentityHashMap<>();
    List<Reading> readings = new ArrayList<>(candidates.size());
    for (Candidate candidate : candidates) {
      Strand strand = candidate.option().strand();
      Strand current = strand == null ? opened : longer.computeIfAbsent(strand, s -> s.with(next));
      readings.add(extend(candidate, next, current));
    }
    return readings;
  }

  private static Reading extend(Candidate candidate, Block next, Strand current) {
    Reading reading = candidate.reading();
    Option option = candidate.option();
    Strand strand = option.strand();
    List<Strand> suspended = reading.suspended();
    if (strand == null || !strand.is(reading.current())) {
      List<Strand> others =
          suspended.stream().filter(s -> strand == null || !s.is(strand)).toList();
      suspended = suspend(others, reading.current(), next);
    }
    return new Reading(
        candidate.score(),
        current,
        suspended,
        new Decision(next, strand == null ? null : strand.last(), option.step(), option.score()),
        reading);
  }

  private static List<Strand> suspend(List<Strand> suspended, Strand strand, Block next) {
    List<Strand> all = new ArrayList<>(SUSPENDED);
    all.add(strand);
    for (Strand other : suspended) {
      if (all.size() < SUSPENDED && next.index() - other.last().index() < Kinship.WINDOW) {
        all.add(other);
      }
    }
    return all;
  }
}
