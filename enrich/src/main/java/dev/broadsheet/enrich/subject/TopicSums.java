package dev.broadsheet.enrich.subject;

import java.util.ArrayList;
import java.util.List;

/// What speaks for each topic of one article, added up. For one thread.
final class TopicSums {
  private static final MediaTopic[] TOPICS = MediaTopic.values();

  private final double[] sums = new double[TOPICS.length];

  /// A bit for each topic that anything spoke for.
  private int present;

  /// Adds the terms of an article.
  static TopicSums of(List<TermScan.Found> found) {
    TopicSums sums = new TopicSums();
    for (TermScan.Found one : found) {
      TopicTerms.Term term = one.term();
      for (int i = 0; i < term.size(); i++) {
        sums.add(term.topic(i), one.worth() * term.weight(i));
      }
    }
    return sums;
  }

  double of(MediaTopic topic) {
    return sums[place(topic)];
  }

  void add(MediaTopic topic, double worth) {
    sums[place(topic)] += worth;
    present |= bit(topic);
  }

  /// Lifts a topic to at least so much.
  void lift(MediaTopic topic, double least) {
    sums[place(topic)] = has(topic) ? Math.max(sums[place(topic)], least) : least;
    present |= bit(topic);
  }

  void remove(MediaTopic topic) {
    sums[place(topic)] = 0;
    present &= ~bit(topic);
  }

  /// The most that any topic has beside one; 0 where nothing speaks for any.
  double heaviestBeside(MediaTopic other) {
    double heaviest = 0;
    for (MediaTopic topic : TOPICS) {
      heaviest = topic == other ? heaviest : Math.max(heaviest, of(topic));
    }
    return heaviest;
  }

  /// The most that any topic has; 0 where nothing speaks for any.
  double heaviest() {
    double heaviest = 0;
    for (double sum : sums) {
      heaviest = Math.max(heaviest, sum);
    }
    return heaviest;
  }

  /// The heaviest topics that anything spoke for, of equal ones the first first.
  List<MediaTopic> order(int most) {
    List<MediaTopic> order = new ArrayList<>(most);
    for (int left = present; left != 0 && order.size() < most; ) {
      MediaTopic best = TOPICS[Integer.numberOfTrailingZeros(left)];
      for (MediaTopic topic : TOPICS) {
        best = (left & bit(topic)) != 0 && of(topic) > of(best) ? topic : best;
      }
      order.add(best);
      left &= ~bit(best);
    }
    return order;
  }

  private boolean has(MediaTopic topic) {
    return (present & bit(topic)) != 0;
  }

  private static int bit(MediaTopic topic) {
    return 1 << place(topic);
  }

  /// Nothing that is kept by it outlives the article.
  @SuppressWarnings("EnumOrdinal")
  private static int place(MediaTopic topic) {
    return topic.ordinal();
  }
}
