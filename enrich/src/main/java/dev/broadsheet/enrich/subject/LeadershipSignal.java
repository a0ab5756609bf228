package dev.broadsheet.enrich.subject;

import dev.broadsheet.enrich.lexicon.Lexicon;
import dev.broadsheet.enrich.lexicon.Passage;
import dev.broadsheet.enrich.lexicon.Reading;
import dev.broadsheet.enrich.lexicon.TermFile;
import java.util.List;

/// Tells whether an article reports the work of persons in office: an office with a deed of
/// office in the headline or the first paragraphs.
final class LeadershipSignal {
  /// Characters of the body that are looked at.
  private static final int LEAD = 260;

  private final Lexicon offices;
  private final Lexicon deeds;

  private LeadershipSignal(TermFile file) {
    offices = Lexicon.of(file.section("office"));
    deeds = Lexicon.of(file.section("deed"));
  }

  static LeadershipSignal load() {
    return new LeadershipSignal(TermFile.resource("/topics/leadership.terms"));
  }

  boolean isIn(Reading reading) {
    return has(reading, offices) && has(reading, deeds);
  }

  private static boolean has(Reading reading, Lexicon words) {
    for (Passage passage : reading.headlines()) {
      if (has(passage, words, passage.length())) {
        return true;
      }
    }
    int left = LEAD;
    for (List<Passage> paragraph : reading.paragraphs()) {
      for (Passage passage : paragraph) {
        if (left > 0 && has(passage, words, Math.min(left, passage.length()))) {
          return true;
        }
        left -= passage.length();
      }
    }
    return false;
  }

  private static boolean has(Passage passage, Lexicon words, int to) {
    for (int i = 0; i < to; i++) {
      if (words.longestFrom(passage.letters(), i, to) > 0) {
        return true;
      }
    }
    return false;
  }
}
