package dev.broadsheet.enrich.subject;

import dev.broadsheet.enrich.lexicon.Passage;
import dev.broadsheet.enrich.lexicon.Reading;
import dev.broadsheet.enrich.lexicon.Spots;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the topic terms of one article and what each occurrence is worth.
///
/// A term inside a longer one does not count: 教育 in 主题教育 is none. For one article and one
/// thread; its time is linear in the text.
final class TermScan {
  /// Characters of the body that are its lead.
  private static final int LEAD = 160;

  /// Characters behind which a long body counts less: reports end in figures and plans.
  private static final int TAIL = 1200;

  /// Where an occurrence stands, and how much that counts.
  enum Zone {
    HEADLINE("headline", 3.0, 1),
    COLUMN("column", 1.0, 2),
    LEAD("lead", 1.6, 4),
    BODY("body", 1.0, 8),
    TAIL("body", 0.6, 16);

    private final String label;
    private final double factor;
    private final int bit;

    Zone(String label, double factor, int bit) {
      this.label = label;
      this.factor = factor;
      this.bit = bit;
    }

    String label() {
      return label;
    }
  }

  private static final Zone[] ZONES = Zone.values();

  /// The occurrences of one term.
  static final class Found {
    private final int number;
    private final TopicTerms.Term term;

    /// A bit for each zone.
    private int zones;

    private int count;
    private double worth;

    private Found(int number, TopicTerms.Term term) {
      this.number = number;
      this.term = term;
    }

    /// The first time says most: the n-th adds the share 1 / n of what it would add alone.
    private void add(Zone zone) {
      count++;
      zones |= zone.bit;
      worth += zone.factor / count;
    }

    TopicTerms.Term term() {
      return term;
    }

    int count() {
      return count;
    }

    /// What a weight of 1 becomes.
    double worth() {
      return worth;
    }

    List<String> where() {
      List<String> labels = new ArrayList<>(2);
      for (Zone zone : ZONES) {
        if ((zones & zone.bit) != 0 && !labels.contains(zone.label())) {
          labels.add(zone.label());
        }
      }
      return labels;
    }
  }

  private final TopicTerms terms;

  /// In the order in which they were found.
  private final List<Found> found = new ArrayList<>();

  /// The same by slot of an open-addressed table; null where it is free.
  private @Nullable Found[] table = new Found[1 << 7];

  private TermScan(TopicTerms terms) {
    this.terms = terms;
  }

  static List<Found> of(TopicTerms terms, Reading reading) {
    TermScan scan = new TermScan(terms);
    for (Passage headline : reading.headlines()) {
      scan.scan(headline, Zone.HEADLINE);
    }
    for (Passage column : reading.column()) {
      scan.scan(column, Zone.COLUMN);
    }
    int position = 0;
    for (List<Passage> paragraph : reading.paragraphs()) {
      for (Passage passage : paragraph) {
        scan.scanBody(passage, position);
        position += passage.length();
      }
    }
    return scan.found;
  }

  private void scan(Passage passage, Zone zone) {
    Spots spots = passage.spots(terms.words());
    int covered = 0;
    for (int spot = 0; spot < spots.size(); spot++) {
      covered = add(passage, spots, spot, covered, zone);
    }
  }

  private void scanBody(Passage passage, int position) {
    Spots spots = passage.spots(terms.words());
    int covered = 0;
    for (int spot = 0; spot < spots.size(); spot++) {
      int at = position + spots.start(spot);
      Zone zone = at < LEAD ? Zone.LEAD : at < TAIL ? Zone.BODY : Zone.TAIL;
      covered = add(passage, spots, spot, covered, zone);
    }
  }

  /// Counts a term unless it ends within an earlier one; gives how far the terms so far reach.
  private int add(Passage passage, Spots spots, int spot, int covered, Zone zone) {
    int start = spots.start(spot);
    int end = spots.end(spot);
    if (end <= covered
        || !isWhole(passage.letters(), start, end)
        || (end - start == 1 && !alone(passage, start))) {
      return covered;
    }
    found(spots.place(spot)).add(zone);
    return end;
  }

  private Found found(int number) {
    int slot = slot(number);
    Found there = table[slot];
    if (there != null) {
      return there;
    }
    Found first = new Found(number, terms.term(number));
    found.add(first);
    table[slot] = first;
    if (found.size() * 2 > table.length) {
      table = new Found[table.length * 2];
      found.forEach(one -> table[slot(one.number)] = one);
    }
    return first;
  }

  /// The slot of a term, or the one that is free for it.
  private int slot(int number) {
    int mask = table.length - 1;
    int slot = number * 0x9E3779B1 >>> Integer.numberOfLeadingZeros(mask);
    for (Found there = table[slot]; there != null && there.number != number; there = table[slot]) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /// A term in ASCII letters is not a piece of a longer word: AI is not in MAIL.
  private static boolean isWhole(char[] letters, int start, int end) {
    return !(isLetter(letters[start]) && start > 0 && isLetter(letters[start - 1]))
        && !(isLetter(letters[end - 1]) && end < letters.length && isLetter(letters[end]));
  }

  private static boolean isLetter(char letter) {
    return letter < 0x80 && Character.isLetterOrDigit(letter);
  }

  /// A term of one character is a word of the text, not a piece of one.
  private static boolean alone(Passage passage, int start) {
    return passage.wordEnd(start) == start + 1;
  }
}
