package dev.broadsheet.e2e.deploy;

import dev.broadsheet.e2e.deploy.Deployment.Node;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What dashboards and alert rules ask of Prometheus.
public final class WatchedMetrics {
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
  private static final Pattern METRIC =
      Pattern.compile("\\b(?:broadsheet|kafka|jvm|process|system|disk)_[a-z0-9_]+");

  private WatchedMetrics() {}

  /// The expressions of all panels and rules.
  public static List<String> expressions() throws IOException {
    List<String> all = new ArrayList<>();
    for (Path file : Deployment.files("grafana/dashboards", ".json")) {
      Deployment.yaml(file).forEach(node -> collect(node, all));
    }
    Deployment.yaml(Deployment.FOLDER.resolve("prometheus/alerts.yml"))
        .forEach(node -> collect(node, all));
    return all;
  }

  private static void collect(Node node, List<String> expressions) {
    node.items().forEach(item -> collect(item, expressions));
    node.members()
        .forEach(
            (name, member) -> {
              if ("expr".equals(name)) {
                expressions.add(member.text());
              } else {
                collect(member, expressions);
              }
            });
  }

  /// The names of the metrics of one expression.
  public static Set<String> names(String expression) {
    Set<String> names = new TreeSet<>();
    METRIC
        .matcher(QUOTED.matcher(expression).replaceAll(""))
        .results()
        .forEach(m -> names.add(m.group()));
    return names;
  }

  /// The names of the metrics of a page of Prometheus' text format.
  public static Set<String> shown(Stream<String> lines) {
    Set<String> names = new TreeSet<>();
    lines
        .filter(line -> !line.startsWith("#"))
        .forEach(line -> names.add(line.split("[{ ]", 2)[0]));
    return names;
  }
}
