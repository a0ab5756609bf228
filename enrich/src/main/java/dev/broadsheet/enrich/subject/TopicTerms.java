package dev.broadsheet.enrich.subject;

import dev.broadsheet.enrich.lexicon.SpottedWords;
import dev.broadsheet.enrich.lexicon.TermFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The terms that speak for media topics, as analysts keep them in the files below `topics/`.
///
/// Immutable, safe to share.
public final class TopicTerms {
  private static final String NEUTRAL = "/topics/neutral.terms";

  private final Map<String, Map<MediaTopic, Double>> weights;
  private final List<Term> terms;
  private final SpottedWords words;

  private TopicTerms(Map<String, Map<MediaTopic, Double>> weights) {
    this.weights = weights;
    this.terms = weights.entrySet().stream().map(e -> new Term(e.getKey(), e.getValue())).toList();
    this.words = SpottedWords.of(weights.keySet());
  }

  /// A term and what it weighs for each topic that it speaks for; none for a neutral one.
  static final class Term {
    private final String text;
    private final MediaTopic[] topics;

    /// Parallel to `topics`.
    private final double[] weights;

    private Term(String text, Map<MediaTopic, Double> weights) {
      this.text = text;
      this.topics = weights.keySet().toArray(MediaTopic[]::new);
      this.weights = weights.values().stream().mapToDouble(Double::doubleValue).toArray();
    }

    String text() {
      return text;
    }

    /// Number of topics that it speaks for.
    int size() {
      return topics.length;
    }

    MediaTopic topic(int index) {
      return topics[index];
    }

    double weight(int index) {
      return weights[index];
    }

    /// What it weighs for a topic; 0 where it does not speak for it.
    double weightFor(MediaTopic topic) {
      for (int i = 0; i < topics.length; i++) {
        if (topics[i] == topic) {
          return weights[i];
        }
      }
      return 0;
    }
  }

  /// The terms that are shipped with the program.
  public static TopicTerms load() {
    Map<String, Map<MediaTopic, Double>> weights = new LinkedHashMap<>();
    for (MediaTopic topic : MediaTopic.values()) {
      addAll(weights, TermFile.resource(resourceOf(topic)));
    }
    addAll(weights, TermFile.resource(NEUTRAL));
    return new TopicTerms(weights);
  }

  /// Where the terms of a topic are shipped: `/topics/05-education.terms`.
  static String resourceOf(MediaTopic topic) {
    String number = topic.code().substring("medtop:".length(), "medtop:".length() + 2);
    String name = topic.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return "/topics/%s-%s.terms".formatted(number, name);
  }

  /// These terms with those of a user's file: a term and topic that both have takes the file's
  /// weight, weight 0 takes a term from a topic, and one under `neutral` takes it from all.
  ///
  /// @throws java.io.UncheckedIOException when the file cannot be read
  /// @throws IllegalArgumentException when it is not a term file, or names an unknown topic
  public TopicTerms with(Path file) {
    Map<String, Map<MediaTopic, Double>> merged = new LinkedHashMap<>();
    weights.forEach((term, topics) -> merged.put(term, copy(topics)));
    addAll(merged, TermFile.file(file));
    return new TopicTerms(merged);
  }

  private static Map<MediaTopic, Double> copy(Map<MediaTopic, Double> topics) {
    Map<MediaTopic, Double> copy = new EnumMap<>(MediaTopic.class);
    copy.putAll(topics);
    return copy;
  }

  private static void addAll(Map<String, Map<MediaTopic, Double>> weights, TermFile file) {
    for (TermFile.Entry entry : file.entries()) {
      Map<MediaTopic, Double> topics =
          weights.computeIfAbsent(entry.term(), t -> new EnumMap<>(MediaTopic.class));
      if (entry.heading().equals("neutral")) {
        topics.clear();
      } else if (entry.weight() == 0) {
        topics.remove(topicOf(entry));
      } else {
        topics.put(topicOf(entry), entry.weight());
      }
    }
  }

  private static MediaTopic topicOf(TermFile.Entry entry) {
    return MediaTopic.ofCode(entry.name())
        .filter(t -> entry.heading().equals("topic"))
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "line %d: %s %s is no topic; one looks like: topic medtop:05000000"
                        .formatted(entry.line(), entry.heading(), entry.name())));
  }

  /// Number of different terms.
  public int size() {
    return terms.size();
  }

  /// The terms, for the segmenter of the articles that are to be classified with them.
  public SpottedWords words() {
    return words;
  }

  Term term(int number) {
    return terms.get(number);
  }

  /// The terms of a topic, for a listing.
  public List<String> termsOf(MediaTopic topic) {
    List<String> found = new ArrayList<>();
    weights.forEach(
        (term, topics) -> {
          if (topics.containsKey(topic)) {
            found.add(term);
          }
        });
    return found;
  }
}
