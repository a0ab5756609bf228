package dev.broadsheet.enrich.split;

import java.util.List;

/// What the rows of a page say together, read once for all that ask.
///
/// @param pairs of neighbouring characters
/// @param speakers who speaks in its talks
/// @param openings words that rows open with
record PageWords(BigramSet pairs, Speakers speakers, Openings openings) {
  static PageWords of(List<RowFacts> rows) {
    return new PageWords(BigramSet.of(rows), new Speakers(rows), new Openings(rows));
  }
}
