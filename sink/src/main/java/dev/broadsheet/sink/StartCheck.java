package dev.broadsheet.sink;

import dev.broadsheet.contract.Unreachable;
import dev.broadsheet.contract.access.TopicCheck;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.common.acl.AclOperation;

/// What must be there before the sink joins its group.
final class StartCheck {
  private static final Duration REACH_LIMIT = Duration.ofSeconds(6);

  private StartCheck() {}

  /// Checks that Kafka answers, has the topics of the sink and lets it use them.
  ///
  /// @throws Unreachable when it does not, within six seconds
  static void topics(SinkConfig config) throws InterruptedException {
    TopicCheck.require(
        config.kafka(),
        config.clientId() + "-check",
        Map.of(
            config.topics().articles(),
            AclOperation.READ,
            config.topics().articlesDeadLetters(),
            AclOperation.WRITE),
        REACH_LIMIT);
  }
}
