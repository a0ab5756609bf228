package dev.broadsheet.enrich.subject;

import dev.broadsheet.contract.Article.TopicLabel;
import dev.broadsheet.enrich.lexicon.Reading;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
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

  /// One strong word in the lead is enough for an article that nothing else speaks for; what stands
  /// beside a topic is to be as likely as not.
  private static final double LEAST_SCORE = 0.34;

  private static final double LEAST_SCORE_BESIDE = 0.52;
  private static final double LEAST_SHARE_OF_SECOND = 0.4;
  private static final double LEAST_SHARE_OF_THIRD = 0.7;

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

  private static final Set<MediaTopic> NOT_OF_LITERATURE =
      EnumSet.complementOf(
          EnumSet.of(MediaTopic.ARTS, MediaTopic.HUMAN_INTEREST, MediaTopic.SOCIETY));

  private final TopicTerms terms;
  private final LeadershipSignal leadership;
  private final LiterarySignal literature;

  private TopicClassifier(
      TopicTerms terms, LeadershipSignal leadership, LiterarySignal literature) {
    this.terms = terms;
    this.leadership = leadership;
    this.literature = literature;
  }

  /// A classifier with these terms, for readings of a segmenter that was given the words of the
  /// same [TopicTerms].
  public static TopicClassifier of(TopicTerms terms) {
    return new TopicClassifier(terms, LeadershipSignal.load(), LiterarySignal.load());
  }

  /// Topics of an article, heaviest first; at most three, none where nothing is certain enough.
  public List<TopicLabel> classify(Reading reading) {
    List<TermScan.Found> found = TermScan.of(terms, reading);
    List<TopicLabel> labels = new ArrayList<>(MOST_TOPICS);
    for (Weighed one : weigh(reading, found, leadership.isIn(reading), MOST_TOPICS)) {
      if (one.chosen) {
        labels.add(
            new TopicLabel(
                one.topic.code(), one.topic.label(), one.score, evidence(found, one.topic)));
      }
    }
    return List.copyOf(labels);
  }

  /// Everything that was weighed.
  public TopicEvidence explain(Reading reading) {
    List<TermScan.Found> found = TermScan.of(terms, reading);
    boolean led = leadership.isIn(reading);
    List<TopicEvidence.Topic> topics = new ArrayList<>();
    for (Weighed one : weigh(reading, found, led, MediaTopic.values().length)) {
      topics.add(
          new TopicEvidence.Topic(
              one.topic, one.sum, one.score, one.chosen, hits(found, one.topic)));
    }
    return new TopicEvidence(led, topics);
  }

  /// A topic's case without the terms that make it.
  private record Weighed(MediaTopic topic, double sum, double score, boolean chosen) {}

  /// The case of the heaviest topics; only they can be chosen.
  private List<Weighed> weigh(Reading reading, List<TermScan.Found> found, boolean led, int most) {
    TopicSums sums = TopicSums.of(found);
    if (led) {
      lift(sums);
    } else {
      tune(sums, literature.of(reading));
    }
    double even = EVEN * Math.max(1, Math.sqrt(reading.bodyLength() / SHORT_BODY));
    List<Weighed> weighed = new ArrayList<>(most);
    double heaviest = sums.heaviest();
    for (MediaTopic topic : sums.order(most)) {
      double sum = sums.of(topic);
      double score = sum / (sum + even);
      double least = weighed.isEmpty() ? LEAST_SCORE : LEAST_SCORE_BESIDE;
      boolean chosen = score >= least && sum / heaviest >= leastShare(weighed.size());
      weighed.add(new Weighed(topic, sum, Math.round(score * 100) / 100.0, chosen));
    }
    return weighed;
  }

  private static double leastShare(int rank) {
    return switch (rank) {
      case 0 -> 0;
      case 1 -> LEAST_SHARE_OF_SECOND;
      case MOST_TOPICS - 1 -> LEAST_SHARE_OF_THIRD;
      default -> Double.MAX_VALUE;
    };
  }

  private static void lift(TopicSums sums) {
    double beside = sums.heaviestBeside(MediaTopic.POLITICS);
    sums.lift(MediaTopic.POLITICS, Math.max(LEADERSHIP_FLOOR, beside * LEADERSHIP_LIFT));
  }

  /// Gives literature to the arts, and persons that are told of to human interest.
  private static void tune(TopicSums sums, Tone tone) {
    if (tone.isLiterature()) {
      NOT_OF_LITERATURE.forEach(sums::remove);
      sums.add(MediaTopic.ARTS, LITERARY_FLOOR);
    }
    if (tone == Tone.ESSAY) {
      sums.lift(MediaTopic.HUMAN_INTEREST, sums.heaviest() * SHARE_IN_ESSAY);
    } else if (tone == Tone.PORTRAIT) {
      double told = Math.max(PORTRAIT_FLOOR, sums.heaviest() * SHARE_IN_PORTRAIT);
      sums.lift(MediaTopic.HUMAN_INTEREST, told);
    }
  }

  /// The terms that speak most for a topic, of equal ones the first first.
  private static List<String> evidence(List<TermScan.Found> found, MediaTopic topic) {
    List<String> terms = new ArrayList<>(MOST_EVIDENCE);
    double[] worths = new double[MOST_EVIDENCE];
    for (TermScan.Found one : found) {
      double worth = one.term().weightFor(topic) * one.worth();
      int at = terms.size();
      while (at > 0 && worths[at - 1] < worth) {
        at--;
      }
      if (worth > 0 && at < MOST_EVIDENCE) {
        if (terms.size() == MOST_EVIDENCE) {
          terms.removeLast();
        }
        System.arraycopy(worths, at, worths, at + 1, terms.size() - at);
        terms.add(at, one.term().text());
        worths[at] = worth;
      }
    }
    return terms;
  }

  private static List<TopicEvidence.Hit> hits(List<TermScan.Found> found, MediaTopic topic) {
    List<TopicEvidence.Hit> hits = new ArrayList<>();
    for (TermScan.Found one : found) {
      double weight = one.term().weightFor(topic);
      if (weight > 0) {
        hits.add(
            new TopicEvidence.Hit(
                one.term().text(), weight, one.count(), weight * one.worth(), one.where()));
      }
    }
    hits.sort(Comparator.comparingDouble(TopicEvidence.Hit::worth).reversed());
    return hits;
  }
}
