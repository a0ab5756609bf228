package dev.broadsheet.enrich.subject;

import dev.broadsheet.contract.Article.TopicLabel;
import dev.broadsheet.enrich.lexicon.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Labels an article with one to three media topics, heaviest first, or none.
///
/// The model is its term files: each occurrence of a term adds the term's weight times a factor
/// for where it stands, less for each repetition; a topic's score is its sum against what an
/// article of that length gathers by chance. An article on the work of persons in office is
/// political first, with its subject second; an essay or a poem belongs to the arts first, with the
/// people that it tells of second; the portrait of a person is also of human interest. Immutable,
/// safe to share.
public final class TopicClassifier {
  private static final int MOST_TOPICS = 3;
  private static final int MOST_EVIDENCE = 6;

  /// Sum at which a topic of a short article is as likely as not.
  private static final double EVEN = 9;

  /// Body length up to which an article gathers no more than a short one.
  private static final double SHORT_BODY = 250;

  private static final double LEAST_SCORE = 0.4;
  private static final double LEAST_SHARE_OF_SECOND = 0.36;
  private static final double LEAST_SHARE_OF_THIRD = 0.6;

  /// What leadership makes of politics: at least this share of the heaviest other topic.
  private static final double LEADERSHIP_LIFT = 1.05;

  /// The least that leadership alone is worth.
  private static final double LEADERSHIP_FLOOR = 10;

  /// What being literature is worth for the arts, and what else an essay may be labelled with.
  private static final double LITERARY_FLOOR = 30;

  /// What human interest is worth in an essay and in a portrait, by the heaviest topic of either.
  private static final double SHARE_IN_ESSAY = 0.5;

  private static final double SHARE_IN_PORTRAIT = 0.7;
  private static final double PORTRAIT_FLOOR = 15;

  private static final Set<MediaTopic> OF_LITERATURE =
      EnumSet.of(MediaTopic.ARTS, MediaTopic.HUMAN_INTEREST, MediaTopic.SOCIETY);

  private final TopicTerms terms;
  private final LeadershipSignal leadership;
  private final LiterarySignal literature;

  private TopicClassifier(
      TopicTerms terms, LeadershipSignal leadership, LiterarySignal literature) {
    this.terms = terms;
    this.leadership = leadership;
    this.literature = literature;
  }

  /// A classifier with the terms that are shipped with the program.
  public static TopicClassifier load() {
    return of(TopicTerms.load());
  }

  /// A classifier with these terms.
  public static TopicClassifier of(TopicTerms terms) {
    return new TopicClassifier(terms, LeadershipSignal.load(), LiterarySignal.load());
  }

  /// Topics of an article, heaviest first; at most three, none where nothing is certain enough.
  public List<TopicLabel> classify(Reading reading) {
    return weigh(reading, MOST_TOPICS).topics().stream()
        .filter(TopicEvidence.Topic::chosen)
        .map(TopicClassifier::label)
        .toList();
  }

  /// Everything that was weighed.
  public TopicEvidence explain(Reading reading) {
    return weigh(reading, MediaTopic.values().length);
  }

  /// The case of the heaviest topics; only they can be chosen.
  private TopicEvidence weigh(Reading reading, int most) {
    List<TermScan.Found> found = TermScan.of(terms, reading);
    Map<MediaTopic, Double> sums = sums(found);
    boolean led = leadership.isIn(reading);
    if (led) {
      lift(sums);
    } else {
      tune(sums, literature.of(reading));
    }
    double even = EVEN * Math.max(1, Math.sqrt(reading.bodyLength() / SHORT_BODY));
    List<MediaTopic> order =
        sums.keySet().stream()
            .sorted(
                Comparator.comparingDouble((MediaTopic t) -> sums.getOrDefault(t, 0.0)).reversed())
            .limit(most)
            .toList();
    List<TopicEvidence.Topic> topics = new ArrayList<>();
    for (MediaTopic topic : order) {
      double sum = sums.getOrDefault(topic, 0.0);
      double score = sum / (sum + even);
      double share = sum / sums.getOrDefault(order.getFirst(), 1.0);
      boolean chosen = score >= LEAST_SCORE && share >= leastShare(topics.size());
      topics.add(
          new TopicEvidence.Topic(
              topic, sum, Math.round(score * 100) / 100.0, chosen, hits(found, topic)));
    }
    return new TopicEvidence(led, topics);
  }

  private static double leastShare(int rank) {
    return switch (rank) {
      case 0 -> 0;
      case 1 -> LEAST_SHARE_OF_SECOND;
      case MOST_TOPICS - 1 -> LEAST_SHARE_OF_THIRD;
      default -> Double.MAX_VALUE;
    };
  }

  private static Map<MediaTopic, Double> sums(List<TermScan.Found> found) {
    Map<MediaTopic, Double> sums = new EnumMap<>(MediaTopic.class);
    for (TermScan.Found one : found) {
      List<MediaTopic> topics = one.term().topics();
      for (int i = 0; i < topics.size(); i++) {
        sums.merge(topics.get(i), one.worth() * one.term().weights().get(i), Double::sum);
      }
    }
    return sums;
  }

  private static void lift(Map<MediaTopic, Double> sums) {
    double heaviest = LEADERSHIP_FLOOR;
    for (Map.Entry<MediaTopic, Double> entry : sums.entrySet()) {
      if (entry.getKey() != MediaTopic.POLITICS) {
        heaviest = Math.max(heaviest, entry.getValue() * LEADERSHIP_LIFT);
      }
    }
    sums.merge(MediaTopic.POLITICS, heaviest, Math::max);
  }

  /// Gives literature to the arts, and persons that are told of to human interest.
  private static void tune(Map<MediaTopic, Double> sums, Tone tone) {
    if (tone.isLiterature()) {
      sums.keySet().removeIf(topic -> !OF_LITERATURE.contains(topic));
      sums.merge(MediaTopic.ARTS, LITERARY_FLOOR, Double::sum);
    }
    double heaviest = sums.values().stream().mapToDouble(Double::doubleValue).max().orElse(0);
    if (tone == Tone.ESSAY) {
      sums.merge(MediaTopic.HUMAN_INTEREST, heaviest * SHARE_IN_ESSAY, Math::max);
    } else if (tone == Tone.PORTRAIT) {
      double told = Math.max(PORTRAIT_FLOOR, heaviest * SHARE_IN_PORTRAIT);
      sums.merge(MediaTopic.HUMAN_INTEREST, told, Math::max);
    }
  }

  private static List<TopicEvidence.Hit> hits(List<TermScan.Found> found, MediaTopic topic) {
    List<TopicEvidence.Hit> hits = new ArrayList<>();
    for (TermScan.Found one : found) {
      int at = one.term().topics().indexOf(topic);
      if (at >= 0) {
        double weight = one.term().weights().get(at);
        hits.add(
            new TopicEvidence.Hit(
                one.term().text(), weight, one.count(), weight * one.worth(), one.where()));
      }
    }
    hits.sort(Comparator.comparingDouble(TopicEvidence.Hit::worth).reversed());
    return hits;
  }

  private static TopicLabel label(TopicEvidence.Topic topic) {
    List<String> evidence =
        topic.hits().stream().limit(MOST_EVIDENCE).map(TopicEvidence.Hit::term).toList();
    return new TopicLabel(topic.topic().code(), topic.topic().label(), topic.score(), evidence);
  }
}
