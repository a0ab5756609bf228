package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.split.Beam.Candidate;
import java.util.ArrayList;
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

  private static final int SUSPENDED = 6;

  /// What it costs to leave a sentence without its rest.
  private static final double DANGLING = 1.2;

  /// A reading of the page so far.
  ///
  /// @param current the strand of the last block
  /// @param suspended strands that may be gone on with, the last one first
  record Reading(
      double score,
      Strand current,
      List<Strand> suspended,
      Decision decision,
      @Nullable Reading before) {}

  private final List<Block> blocks;
  private final Junctions junctions;
  private final Options options = new Options(3 + 2 * SUSPENDED);

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
      Beam beam = new Beam();
      for (Reading reading : readings) {
        weigh(reading, next, beam);
      }
      readings = extend(beam.hopeful(), next);
    }
    return trace(readings.getFirst());
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
  private void weigh(Reading reading, Block next, Beam beam) {
    find(reading, next);
    double all = 0;
    for (int i = 0; i < options.size(); i++) {
      Strand strand = options.strand(i);
      all += strand == null || strand == reading.current() ? Math.exp(options.score(i)) : 0;
    }
    double norm = Math.log(all);
    for (int i = 0; i < options.size(); i++) {
      double weight = options.score(i);
      double score = reading.score() + weight - norm;
      if (beam.takes(score)) {
        beam.add(new Candidate(reading, options.strand(i), options.step(i), weight, score));
      }
    }
  }

  private void find(Reading reading, Block next) {
    options.clear();
    Strand current = reading.current();
    boolean open = junctions.isOpen(current.last());
    double left = open ? DANGLING : 0;
    options.add(null, Step.OPENS, junctions.opens(next) - left);
    options.add(current, Step.GOES_ON, junctions.goesOn(current, next));
    if (open) {
      options.add(current, Step.JOINS, junctions.joins(current, next, 0, current));
    }
    for (Strand strand : reading.suspended()) {
      int distance = next.index() - strand.last().index() - 1;
      if (junctions.isOpen(strand.last())) {
        double joins = junctions.joins(strand, next, distance, current) + DANGLING - left;
        options.add(strand, Step.JOINS, joins);
      }
      double back = junctions.comesBack(strand, next, distance, current) - left;
      options.add(strand, Step.COMES_BACK, back);
    }
  }

  /// Readings share the strands that they go on with: what is found out about one is known for all.
  private static List<Reading> extend(List<Candidate> candidates, Block next) {
    Strand opened = Strand.open(next);
    List<Reading> readings = new ArrayList<>(candidates.size());
    for (Candidate candidate : candidates) {
      Strand strand = candidate.strand();
      readings.add(extend(candidate, next, strand == null ? opened : strand.with(next)));
    }
    return readings;
  }

  private static Reading extend(Candidate candidate, Block next, Strand current) {
    Reading reading = candidate.reading();
    Strand strand = candidate.strand();
    return new Reading(
        candidate.score(),
        current,
        strand == reading.current() ? reading.suspended() : suspend(reading, strand, next),
        new Decision(
            next, strand == null ? null : strand.last(), candidate.step(), candidate.weight()),
        reading);
  }

  /// The strands that wait once another than the last one is gone on with.
  private static List<Strand> suspend(Reading reading, @Nullable Strand taken, Block next) {
    List<Strand> all = new ArrayList<>(SUSPENDED);
    all.add(reading.current());
    for (Strand other : reading.suspended()) {
      if (other != taken
          && all.size() < SUSPENDED
          && next.index() - other.last().index() < Kinship.WINDOW) {
        all.add(other);
      }
    }
    return all;
  }
}
