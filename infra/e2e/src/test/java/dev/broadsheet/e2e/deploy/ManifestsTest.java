package dev.broadsheet.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contract.Settings;
import dev.broadsheet.contract.Topics;
import dev.broadsheet.e2e.deploy.Deployment.Node;
import dev.broadsheet.enrich.EnrichConfig;
import dev.broadsheet.sink.SinkConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The manifests for Kubernetes: whole, safe, and of settings that exist.
class ManifestsTest {
  private static final Path BASE = Deployment.FOLDER.resolve("kubernetes/base");
  private static final Path PRODUCTION = Deployment.FOLDER.resolve("kubernetes/production");
  private static final List<String> STAGES = List.of("ingest", "enrich", "sink");

  private static List<Node> resources(Path folder) throws IOException {
    List<Node> all = new ArrayList<>();
    for (Node name : kustomization(folder).at("resources").items()) {
      Path file = folder.resolve(name.text());
      if (name.text().endsWith(".yaml")) {
        all.addAll(Deployment.yaml(file));
      }
    }
    return all;
  }

  private static Node kustomization(Path folder) throws IOException {
    return Deployment.yaml(folder.resolve("kustomization.yaml")).getFirst();
  }

  /// The workloads, by name.
  private static Map<String, Node> workloads(Path folder) throws IOException {
    Map<String, Node> workloads = new TreeMap<>();
    for (Node resource : resources(folder)) {
      if (resource.at("spec").has("template")) {
        workloads.put(resource.at("metadata").at("name").text(), resource);
      }
    }
    return workloads;
  }

  private static Node pod(Node workload) {
    return workload.at("spec").at("template").at("spec");
  }

  @Test
  void everyFileOfTheBaseIsListedAndThere() throws IOException {
    List<String> listed = new ArrayList<>(kustomization(BASE).at("resources").texts());
    listed.add("kustomization.yaml");

    assertThat(Deployment.files("kubernetes/base", ".yaml"))
        .extracting(file -> file.getFileName().toString())
        .containsExactlyInAnyOrderElementsOf(listed);
    assertThat(workloads(BASE)).containsOnlyKeys("setup", "ingest", "enrich", "sink");
  }

  @Test
  void podsRunAsNobodyAndWriteNowhereButToTheirVolumes() throws IOException {
    workloads(BASE)
        .forEach(
            (name, workload) -> {
              Node pod = pod(workload);
              assertThat(pod.at("automountServiceAccountToken").value()).isEqualTo(false);
              assertThat(pod.at("securityContext").at("runAsNonRoot").value()).isEqualTo(true);
              assertThat(pod.at("securityContext").at("runAsUser").value()).isEqualTo(10001);
              assertThat(pod.at("securityContext").at("seccompProfile").at("type").text())
                  .isEqualTo("RuntimeDefault");
              for (Node container : pod.at("containers").items()) {
                Node rights = container.at("securityContext");
                assertThat(rights.at("readOnlyRootFilesystem").value()).as(name).isEqualTo(true);
                assertThat(rights.at("allowPrivilegeEscalation").value()).isEqualTo(false);
                assertThat(rights.at("capabilities").at("drop").texts()).containsExactly("ALL");
                assertThat(container.at("resources").at("requests").members())
                    .containsKeys("cpu", "memory");
                assertThat(container.at("resources").at("limits").members()).containsKey("memory");
              }
            });
  }

  @Test
  void everyStageIsProbedAndMayLoseOneInstanceAtATime() throws IOException {
    List<String> budgets = new ArrayList<>();
    for (Node resource : resources(BASE)) {
      if (resource.at("kind").text().equals("PodDisruptionBudget")) {
        Node labels = resource.at("spec").at("selector").at("matchLabels");
        budgets.add(labels.at("app.kubernetes.io/name").text());
        assertThat(resource.at("spec").at("maxUnavailable").value()).isEqualTo(1);
      }
    }

    assertThat(budgets).containsExactlyInAnyOrderElementsOf(STAGES);
    for (String stage : STAGES) {
      Node workload = workloads(BASE).get(stage);
      Node container = pod(workload).at("containers").items().getFirst();
      assertThat(container.members())
          .containsKeys("startupProbe", "livenessProbe", "readinessProbe");
      assertThat(container.at("args").texts()).containsExactly(stage);
      Node selected = workload.at("spec").at("selector").at("matchLabels");
      assertThat(workload.at("spec").at("template").at("metadata").at("labels").members())
          .containsAllEntriesOf(selected.members());
    }
  }

  @Test
  void volumesThatAreMountedAreDeclared() throws IOException {
    for (Node workload : workloads(BASE).values()) {
      List<String> declared = new ArrayList<>();
      pod(workload).at("volumes").items().forEach(v -> declared.add(v.at("name").text()));
      for (Node claim : workload.at("spec").at("volumeClaimTemplates").items()) {
        declared.add(claim.at("metadata").at("name").text());
      }
      for (Node container : pod(workload).at("containers").items()) {
        assertThat(container.at("volumeMounts").items())
            .allMatch(mount -> declared.contains(mount.at("name").text()));
      }
    }
  }

  @Test
  void podsAreGivenSettingsThatTheStagesKnowAndTake() throws IOException {
    Map<String, String> variables = new TreeMap<>();
    for (Path folder : List.of(BASE, PRODUCTION)) {
      variables.putAll(literals(folder));
    }
    List<Node> workloads = new ArrayList<>(workloads(BASE).values());
    workloads.addAll(accesses());
    for (Node workload : workloads) {
      for (Node variable : pod(workload).at("containers").items().getFirst().at("env").items()) {
        String value = variable.has("value") ? variable.at("value").text() : "0";
        variables.put(variable.at("name").text(), value);
      }
    }

    Map<String, String> settings = Deployment.settings(variables);

    assertThat(settings).hasSizeGreaterThan(15);
    settings.forEach((name, value) -> assertThat(Deployment.problem(name, value)).isEmpty());
  }

  private static Map<String, String> literals(Path folder) throws IOException {
    Map<String, String> variables = new TreeMap<>();
    for (Node generator : kustomization(folder).at("configMapGenerator").items()) {
      for (String literal : generator.at("literals").texts()) {
        int equals = literal.indexOf('=');
        variables.put(literal.substring(0, equals), literal.substring(equals + 1));
      }
    }
    return variables;
  }

  /// What production adds to each workload of the base.
  private static List<Node> accesses() throws IOException {
    List<Node> all = new ArrayList<>();
    for (Path file : Deployment.files("kubernetes/production", ".yaml")) {
      if (file.getFileName().toString().startsWith("access-")) {
        all.addAll(Deployment.yaml(file));
      }
    }
    return all;
  }

  @Test
  void productionEncryptsAndGivesEveryStageAUserWithRulesOfItsOwn() throws IOException {
    String rules = Files.readString(Deployment.FOLDER.resolve("security/kafka/acls.txt"));
    Map<String, Node> base = workloads(BASE);
    List<String> named = new ArrayList<>();
    for (Node access : accesses()) {
      String name = access.at("metadata").at("name").text();
      named.add(name);
      assertThat(base.get(name).at("kind").text()).isEqualTo(access.at("kind").text());
      Node user = pod(access).at("containers").items().getFirst().at("env").items().getFirst();
      assertThat(user.at("name").text()).isEqualTo("BROADSHEET_KAFKA_SASL_USERNAME");
      assertThat(rules.lines())
          .anyMatch(line -> line.startsWith(user.at("value").text() + " "));
    }

    assertThat(named).containsExactlyInAnyOrderElementsOf(base.keySet());
    assertThat(literals(PRODUCTION))
        .containsEntry("BROADSHEET_KAFKA_SECURITY_PROTOCOL", "SASL_SSL")
        .containsKeys("BROADSHEET_METRICS_TLS_KEYSTORE", "BROADSHEET_METRICS_TOKEN_FILE");
    assertThat(literals(PRODUCTION).get("BROADSHEET_ELASTICSEARCH_URL")).startsWith("https://");
  }

  @Test
  void whatOverlaysNameIsThere() throws IOException {
    for (String overlay : List.of("autoscaled", "production")) {
      Path folder = Deployment.FOLDER.resolve("kubernetes").resolve(overlay);
      Node kustomization = kustomization(folder);
      List<String> named = new ArrayList<>(kustomization.at("resources").texts());
      kustomization.at("patches").items().stream()
          .filter(patch -> patch.has("path"))
          .forEach(patch -> named.add(patch.at("path").text()));

      assertThat(named).allSatisfy(name -> assertThat(folder.resolve(name)).exists());
    }
  }

  @Test
  void autoscalingFollowsTheGroupsThatTheStagesHave() throws IOException {
    Settings defaults = Settings.of(Map.of());
    Topics topics = new Topics(defaults.get(Settings.TOPIC_PREFIX));
    Map<String, List<String>> followed = new TreeMap<>();
    for (Node resource : resources(Deployment.FOLDER.resolve("kubernetes/autoscaled"))) {
      Node spec = resource.at("spec");
      Node trigger = spec.at("triggers").items().getFirst().at("metadata");
      String target = spec.at("scaleTargetRef").at("name").text();
      assertThat(workloads(BASE).get(target).at("kind").text())
          .isEqualTo(spec.at("scaleTargetRef").at("kind").text());
      followed.put(
          target, List.of(trigger.at("consumerGroup").text(), trigger.at("topic").text()));
    }

    assertThat(followed)
        .containsOnly(
            Map.entry(
                "enrich", List.of(EnrichConfig.from(defaults).applicationId(), topics.issues())),
            Map.entry("sink", List.of(SinkConfig.from(defaults).group(), topics.articles())));
  }
}
