package dev.broadsheet.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.e2e.deploy.Deployment.Node;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Grafana's dashboards and Prometheus' rules, as far as they can be held without the two. That the
/// metrics exist is held against running stages elsewhere.
class DashboardsTest {
  private static Node provisioned(String kind) throws IOException {
    Path file = Deployment.files("grafana/provisioning/" + kind, ".yaml").getFirst();
    return Deployment.yaml(file).getFirst();
  }

  @Test
  void panelsAskTheSourceThatIsProvisionedAndDoNotOverlap() throws IOException {
    Node source = provisioned("datasources").at("datasources").items().getFirst();

    for (Path file : Deployment.files("grafana/dashboards", ".json")) {
      Set<String> cells = new HashSet<>();
      Set<String> ids = new HashSet<>();
      for (Node panel : Deployment.yaml(file).getFirst().at("panels").items()) {
        assertThat(ids.add(panel.at("id").text())).isTrue();
        assertThat(panel.at("datasource").at("uid").text()).isEqualTo(source.at("uid").text());
        assertThat(panel.at("targets").items())
            .isNotEmpty()
            .allMatch(t -> t.at("datasource").at("uid").text().equals(source.at("uid").text()));
        occupy(panel.at("gridPos"), cells);
      }
      assertThat(cells).isNotEmpty();
    }
  }

  private static void occupy(Node place, Set<String> cells) {
    int left = number(place, "x");
    int top = number(place, "y");
    assertThat(left + number(place, "w")).isLessThanOrEqualTo(24);
    for (int x = left; x < left + number(place, "w"); x++) {
      for (int y = top; y < top + number(place, "h"); y++) {
        assertThat(cells.add(x + "," + y)).isTrue();
      }
    }
  }

  private static int number(Node node, String name) {
    return Integer.parseInt(node.at(name).text());
  }

  @Test
  void dashboardsAreWhereTheComposeFilePutsThem() throws IOException {
    Node provider = provisioned("dashboards").at("providers").items().getFirst();
    Node grafana =
        Deployment.yaml(Deployment.FOLDER.resolve("compose.yaml"))
            .getFirst()
            .at("services")
            .at("grafana");

    assertThat(grafana.at("volumes").texts())
        .contains("./grafana/dashboards:" + provider.at("options").at("path").text() + ":ro");
    assertThat(grafana.at("environment").at("GF_AUTH_ANONYMOUS_ENABLED").text()).isEqualTo("false");
    assertThat(grafana.at("environment").members()).containsKey("GF_SECURITY_ADMIN_PASSWORD__FILE");
  }

  @Test
  void rulesWarnOfWhatAnOperatorMustKnow() throws IOException {
    List<String> alerts = new ArrayList<>();
    Node rules = Deployment.yaml(Deployment.FOLDER.resolve("prometheus/alerts.yml")).getFirst();
    for (Node rule : rules.at("groups").items().getFirst().at("rules").items()) {
      alerts.add(rule.at("alert").text());
      assertThat(rule.at("labels").at("severity").text()).isIn("warning", "critical");
      assertThat(rule.at("annotations").members()).containsKeys("summary", "description");
    }

    assertThat(alerts)
        .doesNotHaveDuplicates()
        .contains(
            "BroadsheetLagGrows",
            "BroadsheetDeadLetters",
            "BroadsheetQuietPaper",
            "BroadsheetNotReady",
            "BroadsheetDiskLow");
  }
}
