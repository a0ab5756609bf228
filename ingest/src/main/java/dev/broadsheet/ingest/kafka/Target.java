package dev.broadsheet.ingest.kafka;

import dev.broadsheet.contract.Topics;
import dev.broadsheet.contract.access.KafkaAccess;

/// The Kafka cluster and the topics that a writer writes to.
///
/// @param kafka the cluster
/// @param topics names under one prefix
public record Target(KafkaAccess kafka, Topics topics) {
  /// @param bootstrap brokers that want neither encryption nor a name, `host:port`, comma between
  public Target(String bootstrap, Topics topics) {
    this(KafkaAccess.plain(bootstrap), topics);
  }

  /// The brokers, `host:port`, comma between.
  public String bootstrap() {
    return kafka.bootstrap();
  }

  /// The transactional id of the one writer of these topics. It is fixed, so that each new writer
  /// fences the one before it.
  public String transactionalId() {
    return topics.prefix() + "-ingest";
  }
}
