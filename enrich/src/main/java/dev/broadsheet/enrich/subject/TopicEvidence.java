package dev.broadsheet.enrich.subject;

import java.util.List;

/// Why an article has its topics: what `topics explain` prints.
///
/// @param leadership whether it reports the work of persons in office
/// @param topics every topic that anything spoke for, heaviest first
public record TopicEvidence(boolean leadership, List<Topic> topics) {
  public TopicEvidence {
    topics = List.copyOf(topics);
  }

  /// One topic's case.
  ///
  /// @param sum of its hits' worth, and of what leadership gives
  /// @param score from 0 to 1
  /// @param chosen whether the article is labelled with it
  /// @param hits weightiest first
  public record Topic(MediaTopic topic, double sum, double score, boolean chosen, List<Hit> hits) {
    public Topic {
      hits = List.copyOf(hits);
    }
  }

  /// A term that was found.
  ///
  /// @param weight as in the term file
  /// @param count how often it stands
  /// @param worth what it adds, after position and repetition
  /// @param where parts of the article that it stands in: headline, column, lead, body
  public record Hit(String term, double weight, int count, double worth, List<String> where) {
    public Hit {
      where = List.copyOf(where);
    }
  }
}
