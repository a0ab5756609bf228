package dev.broadsheet.ingest.kafka;

import dev.broadsheet.contract.Topics;

/// The Kafka cluster and the topics that a writer writes to.
///
/// @param bootstrap brokers, `host:port`, comma between
/// @param topics names under one prefix
public record Target(String bootstrap, Topics topics) {
  /// The transactional id of the one writer of these topics. It is fixed, so that each new writer
  /// fences the one before it.
  public String transactionalId() {
    return topics.prefix() + "-ingest";
  }
}
