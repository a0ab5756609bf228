package dev.broadsheet.enrich.subject;

import dev.broadsheet.contract.Article.Entities;
import dev.broadsheet.contract.Article.TopicLabel;
import dev.broadsheet.enrich.lexicon.Passage;
import dev.broadsheet.enrich.lexicon.PlainText;
import dev.broadsheet.enrich.lexicon.Reading;
import dev.broadsheet.enrich.lexicon.WordClass;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Picks up to eight words that tell what an article is about: names, evidence of its topics,
/// and words that it repeats although they are rare elsewhere.
///
/// The same article gives the same words in the same order. Safe to share.
public final class KeywordPicker {
  private static final int MOST = 8;
  private static final int MOST_NAMES_OF_A_KIND = 3;

  /// A word commoner than this is no keyword (a share of one in 5,000 words).
  private static final float COMMON = 8.5f;

  private static final double HEADLINE_BONUS = 2;
  private static final double TERM_BONUS = 14;
  private static final double NAME_BONUS = 18;

  private KeywordPicker() {}

  /// The keywords, weightiest first.
  public static List<String> pick(Reading reading, Entities names, List<TopicLabel> topics) {
    Map<String, Double> weights = new HashMap<>();
    reading.headlines().forEach(p -> count(p, weights, HEADLINE_BONUS));
    reading.paragraphs().forEach(ps -> ps.forEach(p -> count(p, weights, 1)));
    weights.values().removeIf(w -> w < 2 * COMMON);
    addNames(weights, names.organisations());
    addNames(weights, names.persons());
    addNames(weights, names.places());
    for (TopicLabel topic : topics) {
      topic.evidence().stream()
          .filter(t -> t.length() > 1)
          .limit(3)
          .forEach(t -> weights.merge(t, TERM_BONUS * (1 + topic.score()), Double::sum));
    }
    return heaviest(weights);
  }

  private static void addNames(Map<String, Double> weights, List<String> names) {
    names.stream()
        .limit(MOST_NAMES_OF_A_KIND)
        .forEach(n -> weights.merge(n, NAME_BONUS, Double::sum));
  }

  private static void count(Passage passage, Map<String, Double> weights, double factor) {
    for (int start = 0; start < passage.length(); start = passage.wordEnd(start)) {
      int end = passage.wordEnd(start);
      if (end - start > 1 && passage.costAt(start) > COMMON && isTelling(passage.classAt(start))) {
        PlainText text = passage.text();
        weights.merge(text.printed(start, end), passage.costAt(start) * factor, Double::sum);
      }
    }
  }

  private static boolean isTelling(WordClass kind) {
    return switch (kind) {
      case NOUN, VERBAL_NOUN, PERSON, PLACE, ORGANISATION -> true;
      case VERB,
          ADJECTIVE,
          ADVERB,
          PREPOSITION,
          CONJUNCTION,
          PARTICLE,
          PRONOUN,
          NUMBER,
          MEASURE,
          TIME,
          DIRECTION,
          PUNCTUATION,
          ASCII,
          UNKNOWN ->
          false;
    };
  }

  private static int compare(Map.Entry<String, Double> one, Map.Entry<String, Double> other) {
    int byWeight = Double.compare(other.getValue(), one.getValue());
    return byWeight != 0 ? byWeight : one.getKey().compareTo(other.getKey());
  }

  /// Of words that hold one another the weightier stays.
  private static List<String> heaviest(Map<String, Double> weights) {
    List<Map.Entry<String, Double>> order = new ArrayList<>(weights.entrySet());
    order.sort(KeywordPicker::compare);
    List<String> picked = new ArrayList<>();
    for (Map.Entry<String, Double> entry : order) {
      String word = entry.getKey();
      if (picked.size() == MOST) {
        break;
      }
      if (picked.stream().noneMatch(p -> p.contains(word) || word.contains(p))) {
        picked.add(word);
      }
    }
    return List.copyOf(picked);
  }
}
