package dev.broadsheet.contract.access;

import dev.broadsheet.contract.Unreachable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.DescribeTopicsOptions;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicCollection;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/// Checks before a stage starts that Kafka answers, has its topics and allows it what it will do.
public final class TopicCheck {
  private TopicCheck() {}

  /// Checks it.
  ///
  /// @param clientId of the client that asks
  /// @param needs what is to be allowed, by topic
  /// @param limit for all of it
  /// @throws Unreachable when something is missing; the message says what
  public static void require(
      KafkaAccess kafka, String clientId, Map<String, AclOperation> needs, Duration limit)
      throws InterruptedException {
    int millis = Math.toIntExact(limit.toMillis());
    Map<String, Object> own =
        Map.of(
            AdminClientConfig.CLIENT_ID_CONFIG, clientId,
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, millis,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, millis);
    try (Admin admin = Admin.create(kafka.client(own))) {
      List<TopicDescription> found = found(admin, kafka, needs.keySet(), millis);
      var forbidden = new ArrayList<String>();
      for (TopicDescription topic : found) {
        AclOperation needed = needs.get(topic.name());
        Set<AclOperation> allowed = topic.authorizedOperations();
        if (needed != null && allowed != null && !allowed.contains(needed)) {
          forbidden.add("%s on topic %s".formatted(needed, topic.name()));
        }
      }
      if (!forbidden.isEmpty()) {
        forbidden.sort(null);
        throw KafkaFault.forbidden(kafka, String.join(", ", forbidden));
      }
    } catch (TimeoutException | KafkaException e) {
      throw kafka.unreachable(e);
    }
  }

  private static List<TopicDescription> found(
      Admin admin, KafkaAccess kafka, Collection<String> topics, int millis)
      throws InterruptedException, TimeoutException {
    var options = new DescribeTopicsOptions().includeAuthorizedOperations(true).timeoutMs(millis);
    var answers =
        admin.describeTopics(TopicCollection.ofTopicNames(topics), options).topicNameValues();
    var found = new ArrayList<TopicDescription>();
    var missing = new TreeSet<String>();
    var hidden = new TreeSet<String>();
    for (var answer : answers.entrySet()) {
      try {
        found.add(answer.getValue().get(millis, TimeUnit.MILLISECONDS));
      } catch (ExecutionException e) {
        switch (e.getCause()) {
          case UnknownTopicOrPartitionException _ -> missing.add(answer.getKey());
          case TopicAuthorizationException _ -> hidden.add("DESCRIBE on topic " + answer.getKey());
          case null, default -> throw kafka.unreachable(e);
        }
      }
    }
    if (!hidden.isEmpty()) {
      throw KafkaFault.forbidden(kafka, String.join(", ", hidden));
    }
    if (!missing.isEmpty()) {
      throw new Unreachable(
          "Kafka at %s has no topic %s; run ./broadsheet setup"
              .formatted(kafka.bootstrap(), String.join(", ", missing)));
    }
    return found;
  }
}
