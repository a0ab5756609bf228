package dev.broadsheet.sink;

import dev.broadsheet.contract.Unreachable;
import java.time.Duration;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.KafkaException;

/// What must be there before the sink joins its group.
final class StartCheck {
  private static final Duration REACH_LIMIT = Duration.ofSeconds(6);

  private StartCheck() {}

  /// Checks that Kafka answers and has the topics of the sink.
  ///
  /// @throws Unreachable when it does not, within six seconds
  static void topics(SinkConfig config) throws InterruptedException {
    int limit = Math.toIntExact(REACH_LIMIT.toMillis());
    try (Admin admin =
        Admin.create(
            Map.<String, Object>of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                config.bootstrap(),
                AdminClientConfig.CLIENT_ID_CONFIG,
                config.clientId() + "-check",
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
                limit,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                limit))) {
      var missing = new TreeSet<String>();
      missing.add(config.topics().articles());
      missing.add(config.topics().articlesDeadLetters());
      missing.removeAll(admin.listTopics().names().get(limit, TimeUnit.MILLISECONDS));
      if (!missing.isEmpty()) {
        throw new Unreachable(
            "Kafka at %s has no topic %s; run ./broadsheet setup"
                .formatted(config.bootstrap(), String.join(", ", missing)));
      }
    } catch (ExecutionException | TimeoutException | KafkaException e) {
      throw new Unreachable(
          "Kafka does not answer at %s; is it running? The address is the setting kafka.bootstrap"
              .formatted(config.bootstrap()),
          e);
    }
  }
}
