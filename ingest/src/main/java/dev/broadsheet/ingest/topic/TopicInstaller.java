package dev.broadsheet.ingest.topic;

import dev.broadsheet.contract.Setting;
import dev.broadsheet.contract.Unreachable;
import dev.broadsheet.ingest.kafka.Awaited;
import dev.broadsheet.ingest.kafka.ClientSettings;
import dev.broadsheet.ingest.kafka.Failure;
import dev.broadsheet.ingest.kafka.Patience;
import dev.broadsheet.ingest.kafka.Retry;
import dev.broadsheet.ingest.kafka.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/// Makes the topics, and repairs their settings. Run as often as you like; it never deletes a topic
/// and never changes a number of partitions, which would send the later revisions of an issue
/// elsewhere than the earlier ones.
public final class TopicInstaller {
  /// Partitions of the issues and articles topics, when they are made.
  public static final Setting<Integer> PARTITIONS =
      Setting.count(
          "topic.partitions", 6, 1, 1_000, "partitions of the issues and articles topics");

  /// Copies of every topic, when it is made.
  public static final Setting<Integer> REPLICATION =
      Setting.count("topic.replication", 1, 1, 10, "copies of every topic; 3 in production");

  private static final Duration SHOWN = Duration.ofSeconds(15);

  private final Admin admin;
  private final int replication;

  private TopicInstaller(Admin admin, int replication) {
    this.admin = admin;
    this.replication = replication;
  }

  /// Makes what is missing and repairs what differs.
  ///
  /// @return what was done, at least one step for each topic
  /// @throws Unreachable when Kafka does not answer or refuses
  public static List<TopicStep> install(Target target, int partitions, int replication) {
    var steps = new ArrayList<TopicStep>();
    try (var admin = Admin.create(ClientSettings.admin(target))) {
      var installer = new TopicInstaller(admin, replication);
      for (TopicPlan plan : TopicPlan.all(target.topics(), partitions, replication)) {
        steps.addAll(installer.install(plan));
      }
      installer.awaitAll(target);
    } catch (KafkaException e) {
      throw Failure.describe(e, target);
    }
    return steps;
  }

  private List<TopicStep> install(TopicPlan plan) {
    Optional<TopicDescription> found = describe(plan.name());
    if (found.isEmpty() && create(plan)) {
      return List.of(
          new TopicStep(
              plan.name(),
              TopicStep.Kind.CREATED,
              "%d partitions, %d copies".formatted(plan.partitions(), replication)));
    }
    var steps = new ArrayList<TopicStep>();
    found.ifPresent(topic -> steps.addAll(warnings(plan, topic)));
    repair(plan).ifPresent(steps::add);
    if (steps.isEmpty()) {
      steps.add(new TopicStep(plan.name(), TopicStep.Kind.UNCHANGED, "as it should be"));
    }
    return steps;
  }

  private Optional<TopicDescription> describe(String topic) {
    try {
      return Awaited.of(admin.describeTopics(List.of(topic)).allTopicNames()).values().stream()
          .findFirst();
    } catch (UnknownTopicOrPartitionException _) {
      return Optional.empty();
    }
  }

  /// The controller has made a topic before every broker knows of it; whoever used it in between
  /// would be told that there is no such topic.
  private void awaitAll(Target target) {
    var patience = new Patience(SHOWN, () -> false);
    for (String topic : target.topics().all()) {
      var retry = new Retry(patience, RandomGenerator.getDefault());
      while (describe(topic).isEmpty()) {
        retry.pause(new Unreachable("topic %s was made, but no broker shows it".formatted(topic)));
      }
    }
  }

  /// @return false when somebody else has made it in the meantime
  private boolean create(TopicPlan plan) {
    var topic =
        new NewTopic(plan.name(), plan.partitions(), (short) replication).configs(plan.settings());
    try {
      Awaited.of(admin.createTopics(List.of(topic)).all());
      return true;
    } catch (TopicExistsException _) {
      return false;
    }
  }

  private List<TopicStep> warnings(TopicPlan plan, TopicDescription topic) {
    var warnings = new ArrayList<TopicStep>();
    int partitions = topic.partitions().size();
    if (partitions != plan.partitions()) {
      warnings.add(warning(plan, "partitions", partitions, plan.partitions()));
    }
    int copies = topic.partitions().getFirst().replicas().size();
    if (copies != replication) {
      warnings.add(warning(plan, "copies", copies, replication));
    }
    return warnings;
  }

  private static TopicStep warning(TopicPlan plan, String what, int actual, int wanted) {
    return new TopicStep(
        plan.name(),
        TopicStep.Kind.WARNED,
        "%d %s, %d are set; left as they are".formatted(actual, what, wanted));
  }

  private Optional<TopicStep> repair(TopicPlan plan) {
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, plan.name());
    var configs = Awaited.of(admin.describeConfigs(List.of(resource)).all());
    var operations = new ArrayList<AlterConfigOp>();
    var differences = new ArrayList<String>();
    for (Config config : configs.values()) {
      for (ConfigEntry entry : config.entries()) {
        String wanted = plan.settings().get(entry.name());
        if (wanted != null && !wanted.equals(entry.value())) {
          operations.add(
              new AlterConfigOp(new ConfigEntry(entry.name(), wanted), AlterConfigOp.OpType.SET));
          differences.add("%s from %s to %s".formatted(entry.name(), entry.value(), wanted));
        }
      }
    }
    if (operations.isEmpty()) {
      return Optional.empty();
    }
    Awaited.of(admin.incrementalAlterConfigs(Map.of(resource, operations)).all());
    differences.sort(null);
    return Optional.of(
        new TopicStep(plan.name(), TopicStep.Kind.REPAIRED, String.join(", ", differences)));
  }
}
