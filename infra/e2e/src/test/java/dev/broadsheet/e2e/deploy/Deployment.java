package dev.broadsheet.e2e.deploy;

import dev.broadsheet.contract.Setting;
import dev.broadsheet.contract.access.ElasticAccess;
import dev.broadsheet.contract.access.KafkaSettings;
import dev.broadsheet.enrich.EnrichConfig;
import dev.broadsheet.ingest.IngestConfig;
import dev.broadsheet.ingest.poll.PollInlet;
import dev.broadsheet.ingest.topic.TopicInstaller;
import dev.broadsheet.sink.SinkConfig;
import dev.broadsheet.watch.WatchConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// The files that an installation is made of, read as their tools read them.
final class Deployment {
  static final Path FOLDER = Path.of("..", "deploy").toAbsolutePath().normalize();

  /// What the image and the command read of the environment themselves.
  private static final Set<String> NO_SETTINGS =
      Set.of("BROADSHEET_DATA", "BROADSHEET_CONFIG", "BROADSHEET_LOG_FORMAT", "BROADSHEET_JVM");

  private static final Pattern DEFAULTED = Pattern.compile("\\$\\{([A-Z_]+):-([^}]*)}");

  private static final List<Setting<?>> SETTINGS =
      Stream.of(
              IngestConfig.settings(),
              EnrichConfig.ALL,
              SinkConfig.ALL,
              WatchConfig.ALL,
              KafkaSettings.ALL,
              ElasticAccess.ALL,
              List.<Setting<?>>of(
                  TopicInstaller.PARTITIONS,
                  TopicInstaller.REPLICATION,
                  PollInlet.FEEDS))
          .<Setting<?>>flatMap(List::stream)
          .toList();

  private Deployment() {}

  /// A node of a YAML or JSON document.
  record Node(Object value) {
    /// A member; an empty map when there is none.
    Node at(String name) {
      Object found = value instanceof Map<?, ?> map ? map.get(name) : null;
      return new Node(found == null ? Map.of() : found);
    }

    boolean has(String name) {
      return value instanceof Map<?, ?> map && map.containsKey(name);
    }

    String text() {
      return String.valueOf(value);
    }

    List<Node> items() {
      return value instanceof List<?> list ? list.stream().map(Node::new).toList() : List.of();
    }

    List<String> texts() {
      return items().stream().map(Node::text).toList();
    }

    /// The members in their order.
    Map<String, Node> members() {
      var members = new LinkedHashMap<String, Node>();
      if (value instanceof Map<?, ?> map) {
        map.forEach((name, member) -> members.put(String.valueOf(name), new Node(member)));
      }
      return members;
    }
  }

  /// The documents of a YAML file, with what is merged into maps.
  static List<Node> yaml(Path file) throws IOException {
    var documents = new ArrayList<Node>();
    new Load(LoadSettings.builder().setLabel(file.toString()).build())
        .loadAllFromString(Files.readString(file))
        .forEach(document -> documents.add(new Node(merged(document))));
    return documents;
  }

  private static Object merged(Object node) {
    if (node instanceof List<?> list) {
      return list.stream().map(Deployment::merged).toList();
    }
    if (!(node instanceof Map<?, ?> map)) {
      return node == null ? "" : node;
    }
    var all = new LinkedHashMap<String, Object>();
    if (map.get("<<") != null && merged(map.get("<<")) instanceof Map<?, ?> below) {
      below.forEach((name, value) -> all.put(String.valueOf(name), value));
    }
    map.forEach(
        (name, value) -> {
          if (!"<<".equals(name)) {
            all.put(String.valueOf(name), merged(value));
          }
        });
    return all;
  }

  /// All files below a folder whose names end so.
  static List<Path> files(String folder, String ending) throws IOException {
    try (Stream<Path> all = Files.walk(FOLDER.resolve(folder))) {
      return all.filter(f -> f.toString().endsWith(ending)).sorted().toList();
    }
  }

  /// A text in which variables that are not set have their defaults.
  static String defaulted(String text) {
    return DEFAULTED.matcher(text).replaceAll(m -> Matcher.quoteReplacement(m.group(2)));
  }

  /// The settings that variables are, by name; other variables are left out.
  static Map<String, String> settings(Map<String, String> variables) {
    var settings = new TreeMap<String, String>();
    variables.forEach(
        (variable, value) -> {
          if (variable.startsWith("BROADSHEET_") && !NO_SETTINGS.contains(variable)) {
            settings.put(variable, value);
          }
        });
    return settings;
  }

  /// What is wrong with a setting that is given as a variable; empty when a stage knows and takes
  /// it.
  static Optional<String> problem(String variable, String value) {
    Optional<Setting<?>> known =
        SETTINGS.stream().filter(setting -> setting.variable().equals(variable)).findFirst();
    if (known.isEmpty()) {
      return Optional.of(variable + " is no setting");
    }
    try {
      return known.get().parser().apply(value) == null
          ? Optional.of(variable + "=" + value + " reads as nothing")
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of(variable + "=" + value + ": " + e.getMessage());
    }
  }
}
