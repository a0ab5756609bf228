package dev.broadsheet.enrich.subject;

import dev.broadsheet.contract.Article.Entities;
import dev.broadsheet.contract.Article.TopicLabel;
import dev.broadsheet.enrich.lexicon.Passage;
import dev.broadsheet.enrich.lexicon.Reading;
import dev.broadsheet.enrich.lexicon.WordClass;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// Picks up to eight words that tell what an article is about: names, evidence of its topics,
/// and words that it repeats although they are rare elsewhere.
///
/// The same article gives the same words in the same order. Safe to share.
public final class KeywordPicker {
  private static final int MOST = 8;
  private static final int MOST_NAMES_OF_A_KIND = 3;
  private static final int MOST_TERMS_OF_A_TOPIC = 3;

  /// A word commoner than this is no keyword (a share of one in 5,000 words).
  private static final float COMMON = 8.5f;

  private static final Set<WordClass> TELLING =
      EnumSet.of(
          WordClass.NOUN,
          WordClass.VERBAL_NOUN,
          WordClass.PERSON,
          WordClass.PLACE,
          WordClass.ORGANISATION);

  private static final double HEADLINE_BONUS = 2;
  private static final double TERM_BONUS = 14;
  private static final double NAME_BONUS = 18;

  private KeywordPicker() {}

  /// A word that may be picked. For one thread.
  private static final class Candidate {
    private final String word;
    private double weight;

    Candidate(String word, double weight) {
      this.word = word;
      this.weight = weight;
    }
  }

  /// The keywords, weightiest first.
  public static List<String> pick(Reading reading, Entities names, List<TopicLabel> topics) {
    WordWeights words = new WordWeights();
    for (Passage headline : reading.headlines()) {
      count(headline, words, HEADLINE_BONUS);
    }
    for (List<Passage> paragraph : reading.paragraphs()) {
      for (Passage passage : paragraph) {
        count(passage, words, 1);
      }
    }
    List<Candidate> candidates = new ArrayList<>();
    words.forEachFrom(2 * COMMON, (word, weight) -> candidates.add(new Candidate(word, weight)));
    addNames(candidates, names.organisations());
    addNames(candidates, names.persons());
    addNames(candidates, names.places());
    for (TopicLabel topic : topics) {
      addTerms(candidates, topic);
    }
    return heaviest(candidates);
  }

  private static void addNames(List<Candidate> candidates, List<String> names) {
    for (int i = 0; i < Math.min(MOST_NAMES_OF_A_KIND, names.size()); i++) {
      add(candidates, names.get(i), NAME_BONUS);
    }
  }

  private static void addTerms(List<Candidate> candidates, TopicLabel topic) {
    int added = 0;
    for (String term : topic.evidence()) {
      if (term.length() > 1 && added < MOST_TERMS_OF_A_TOPIC) {
        add(candidates, term, TERM_BONUS * (1 + topic.score()));
        added++;
      }
    }
  }

  private static void add(List<Candidate> candidates, String word, double weight) {
    for (Candidate candidate : candidates) {
      if (candidate.word.equals(word)) {
        candidate.weight += weight;
        return;
      }
    }
    candidates.add(new Candidate(word, weight));
  }

  private static void count(Passage passage, WordWeights words, double factor) {
    int end;
    for (int start = 0; start < passage.length(); start = end) {
      end = passage.wordEnd(start);
      if (end - start > 1
          && passage.costAt(start) > COMMON
          && TELLING.contains(passage.classAt(start))) {
        words.add(passage.text(), start, end, passage.costAt(start) * factor);
      }
    }
  }

  private static int compare(Candidate one, Candidate other) {
    int byWeight = Double.compare(other.weight, one.weight);
    return byWeight != 0 ? byWeight : one.word.compareTo(other.word);
  }

  /// Of words that hold one another the weightier stays.
  private static List<String> heaviest(List<Candidate> candidates) {
    candidates.sort(KeywordPicker::compare);
    List<String> picked = new ArrayList<>(MOST);
    for (Candidate candidate : candidates) {
      if (picked.size() == MOST) {
        break;
      }
      if (!isAkin(candidate.word, picked)) {
        picked.add(candidate.word);
      }
    }
    return List.copyOf(picked);
  }

  private static boolean isAkin(String word, List<String> picked) {
    for (String other : picked) {
      if (other.contains(word) || word.contains(other)) {
        return true;
      }
    }
    return false;
  }
}
