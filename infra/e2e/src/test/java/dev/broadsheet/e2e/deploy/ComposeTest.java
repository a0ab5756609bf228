package dev.broadsheet.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.e2e.deploy.Deployment.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// The compose file and the image: safe as shipped, and of settings and versions that exist.
class ComposeTest {
  private static final List<String> OURS = List.of("pod", "setup", "ingest", "enrich", "sink");

  /// A name with a version of at least two numbers.
  private static final Pattern PINNED =
      Pattern.compile("[a-z0-9./-]+:v?[0-9]+\\.[0-9]+[0-9A-Za-z._-]*");

  private static Node compose() throws IOException {
    return Deployment.yaml(Deployment.FOLDER.resolve("compose.yaml")).getFirst();
  }

  private static Map<String, Node> services() throws IOException {
    return compose().at("services").members();
  }

  @Test
  void everyPortIsPublishedOnThisMachineOnly() throws IOException {
    List<String> ports = new ArrayList<>();

    services().values().forEach(service -> ports.addAll(service.at("ports").texts()));

    assertThat(ports).isNotEmpty().allMatch(port -> port.matches("127\\.0\\.0\\.1:\\d+:\\d+"));
  }

  @Test
  void noContainerHasMoreRightsThanItNeeds() throws IOException {
    services()
        .forEach(
            (name, service) -> {
              assertThat(service.at("cap_drop").texts()).as(name).containsExactly("ALL");
              assertThat(service.at("security_opt").texts())
                  .as(name)
                  .containsExactly("no-new-privileges:true");
              assertThat(service.has("privileged") || service.has("cap_add")).as(name).isFalse();
              assertThat(service.at("volumes").texts())
                  .as(name)
                  .noneMatch(volume -> volume.contains("docker.sock"));
              for (String limit : List.of("mem_limit", "cpus", "pids_limit")) {
                assertThat(service.has(limit)).as(name + ": " + limit).isTrue();
              }
            });
    for (String name : OURS) {
      assertThat(services().get(name).at("read_only").value()).as(name).isEqualTo(true);
    }
  }

  @Test
  void imagesArePinnedToTheVersionsOfTheBuild() throws IOException {
    Map<String, String> images = new TreeMap<>();
    services().forEach((name, s) -> images.put(name, Deployment.defaulted(s.at("image").text())));

    assertThat(images.values()).allMatch(image -> PINNED.matcher(image).matches());
    assertThat(images.get("kafka")).endsWith(":" + version("kafka"));
    assertThat(images.get("elasticsearch")).endsWith(":" + version("elasticsearch"));
    assertThat(images.get("kibana")).endsWith(":" + version("elasticsearch"));
  }

  private static String version(String of) throws IOException {
    Matcher version =
        Pattern.compile("<%s\\.version>([0-9.]+)<".formatted(of))
            .matcher(Files.readString(Path.of("..", "..", "pom.xml")));
    assertThat(version.find()).isTrue();
    return version.group(1);
  }

  @Test
  void stagesAreGivenSettingsThatTheyKnowAndTake() throws IOException {
    int seen = 0;
    for (String name : OURS) {
      Map<String, String> variables = new TreeMap<>();
      services()
          .get(name)
          .at("environment")
          .members()
          .forEach((variable, value) -> variables.put(variable, value.text()));
      for (var entry : Deployment.settings(variables).entrySet()) {
        assertThat(Deployment.problem(entry.getKey(), entry.getValue())).as(name).isEmpty();
        seen++;
      }
    }

    assertThat(seen).isGreaterThan(6);
  }

  @Test
  void prometheusAsksEveryStageWhereItAnswers() throws IOException {
    Path file = Deployment.FOLDER.resolve("prometheus/prometheus.yml");
    Node job = Deployment.yaml(file).getFirst().at("scrape_configs").items().getFirst();
    List<String> targets = job.at("static_configs").items().getFirst().at("targets").texts();

    List<String> ports = new ArrayList<>();
    for (String stage : List.of("ingest", "enrich", "sink")) {
      Node service = services().get(stage);
      assertThat(service.at("network_mode").text()).isEqualTo("service:pod");
      ports.add("127.0.0.1:" + service.at("environment").at("BROADSHEET_METRICS_PORT").text());
    }

    assertThat(targets).containsExactlyElementsOf(ports);
    assertThat(services().get("prometheus").at("network_mode").text()).isEqualTo("service:pod");
  }

  @Test
  void whatIsMountedIsThere() throws IOException {
    for (Node service : services().values()) {
      for (String volume : service.at("volumes").texts()) {
        if (volume.startsWith("./")) {
          assertThat(Deployment.FOLDER.resolve(volume.substring(0, volume.indexOf(':')))).exists();
        } else if (!volume.startsWith("$")) {
          assertThat(compose().at("volumes").has(volume.substring(0, volume.indexOf(':'))))
              .as(volume)
              .isTrue();
        }
      }
    }
  }

  @Test
  void imageIsNobodysLoginAndAsksForItsHealth() throws IOException {
    String file = Files.readString(Deployment.FOLDER.resolve("image/Dockerfile"));
    List<String> lines = file.lines().toList();

    assertThat(lines)
        .contains("USER 10001:10001")
        .anyMatch(line -> line.contains("LC_ALL=C.UTF-8"));
    assertThat(file).contains("HEALTHCHECK").contains("/opt/broadsheet/bin/ready");
    assertThat(lines)
        .anyMatch(line -> line.matches("ARG BASE=eclipse-temurin:25\\.0\\.\\d+_\\d+-jre-.*"));
    for (String script : List.of("broadsheet", "ready")) {
      assertThat(Deployment.FOLDER.resolve("image/" + script)).isExecutable();
    }
    assertThat(Deployment.yaml(Deployment.FOLDER.resolve("compose.yaml")).toString())
        .contains(
            lines.stream()
                .filter(line -> line.startsWith("ARG BASE="))
                .findFirst()
                .orElseThrow()
                .substring("ARG BASE=".length()));
  }
}
