package dev.broadsheet.ingest.topic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contract.Limits;
import dev.broadsheet.ingest.Broker;
import dev.broadsheet.ingest.kafka.Target;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("stack")
@Timeout(120)
class TopicInstallerIT {
  @Test
  void makesTheTopicsOfTheContract() throws Exception {
    var target = Broker.bare("install");

    var steps = TopicInstaller.install(target, 4, 1);

    assertThat(steps).extracting(TopicStep::topic).containsExactlyElementsOf(target.topics().all());
    assertThat(steps).extracting(TopicStep::kind).containsOnly(TopicStep.Kind.CREATED);
    try (var admin = admin(target)) {
      var described = admin.describeTopics(target.topics().all()).allTopicNames().get();
      assertThat(described.get(target.topics().issues()).partitions()).hasSize(4);
      assertThat(described.get(target.topics().articles()).partitions()).hasSize(4);
      assertThat(described.get(target.topics().ledger()).partitions()).hasSize(1);
    }
    assertThat(config(target, target.topics().issues()))
        .containsEntry("cleanup.policy", "compact")
        .containsEntry("max.message.bytes", Integer.toString(Limits.MAX_RECORD_BYTES))
        .containsEntry("unclean.leader.election.enable", "false");
    assertThat(config(target, target.topics().articles()))
        .containsEntry("cleanup.policy", "compact")
        .containsEntry("delete.retention.ms", "2592000000");
    assertThat(config(target, target.topics().issuesDeadLetters()))
        .containsEntry("cleanup.policy", "delete")
        .containsEntry("retention.ms", "-1")
        .containsEntry("retention.bytes", "-1");
  }

  @Test
  void changesNothingTheSecondTime() {
    var target = Broker.bare("again");
    TopicInstaller.install(target, 2, 1);

    assertThat(TopicInstaller.install(target, 2, 1))
        .extracting(TopicStep::kind)
        .containsOnly(TopicStep.Kind.UNCHANGED)
        .hasSize(5);
  }

  @Test
  void repairsSettingsAndLeavesPartitionsAlone() throws Exception {
    var target = Broker.bare("repair");
    TopicInstaller.install(target, 2, 1);
    var resource =
        new ConfigResource(ConfigResource.Type.TOPIC, target.topics().articlesDeadLetters());
    try (var admin = admin(target)) {
      var wrong =
          new AlterConfigOp(new ConfigEntry("retention.ms", "1000"), AlterConfigOp.OpType.SET);
      admin.incrementalAlterConfigs(Map.of(resource, List.of(wrong))).all().get();
    }

    var steps = TopicInstaller.install(target, 3, 1);

    assertThat(steps)
        .filteredOn(s -> s.kind() == TopicStep.Kind.REPAIRED)
        .singleElement()
        .satisfies(s -> assertThat(s.message()).isEqualTo("retention.ms from 1000 to -1"));
    assertThat(steps)
        .filteredOn(s -> s.kind() == TopicStep.Kind.WARNED)
        .extracting(TopicStep::topic)
        .containsExactly(target.topics().issues(), target.topics().articles());
    assertThat(config(target, target.topics().articlesDeadLetters()))
        .containsEntry("retention.ms", "-1");
  }

  private static Map<String, String> config(Target target, String topic) throws Exception {
    var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
    try (var admin = admin(target)) {
      return admin.describeConfigs(List.of(resource)).all().get().get(resource).entries().stream()
          .filter(e -> e.value() != null)
          .collect(Collectors.toMap(ConfigEntry::name, ConfigEntry::value));
    }
  }

  private static Admin admin(Target target) {
    return Admin.create(Map.of("bootstrap.servers", target.bootstrap()));
  }
}
