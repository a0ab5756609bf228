package dev.broadsheet.contract;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// The values of settings, from wherever they were given. All that is wrong with them is told at
/// once.
public final class Settings {
  /// Addresses and names that all stages share.
  public static final Setting<String> KAFKA_BOOTSTRAP =
      Setting.text("kafka.bootstrap", "127.0.0.1:9092", "Kafka brokers, host:port, comma between");

  public static final Setting<URI> ELASTICSEARCH_URL =
      Setting.address("elasticsearch.url", "http://127.0.0.1:9200", "Elasticsearch address");

  public static final Setting<String> TOPIC_PREFIX =
      Setting.text("topic.prefix", "broadsheet", "prefix of topics and consumer groups");

  public static final Setting<String> INDEX_ALIAS =
      Setting.text("index.alias", "broadsheet-articles", "alias that searches go to");

  private final Map<String, String> values;

  private Settings(Map<String, String> values) {
    this.values = Map.copyOf(values);
  }

  /// Settings from values by name.
  public static Settings of(Map<String, String> values) {
    return new Settings(values);
  }

  /// Settings from the lines of a properties file, overridden by environment variables
  /// `BROADSHEET_…`, overridden by options.
  public static Settings layered(
      Map<String, String> file, Map<String, String> environment, Map<String, String> options) {
    var values = new HashMap<>(file);
    environment.forEach(
        (name, value) -> {
          if (name.startsWith("BROADSHEET_")) {
            values.put(
                name.substring("BROADSHEET_".length()).toLowerCase(Locale.ROOT).replace('_', '.'),
                value);
          }
        });
    values.putAll(options);
    return new Settings(values);
  }

  /// These settings with some replaced.
  public Settings with(Map<String, String> options) {
    var all = new HashMap<>(values);
    all.putAll(options);
    return new Settings(all);
  }

  /// The value of one setting, or its default.
  ///
  /// @throws IllegalArgumentException that names the setting, its value and what is allowed
  public <T> T get(Setting<T> setting) {
    String text = values.getOrDefault(setting.name(), setting.fallback());
    try {
      return setting.parser().apply(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s=%s: %s (set %s or the line %s)"
              .formatted(
                  setting.name(),
                  setting.hidden() ? "***" : Setting.shown(text),
                  Setting.shown(String.valueOf(e.getMessage())),
                  setting.variable(),
                  setting.name()),
          e);
    }
  }

  /// Checks all settings of an application before it reads the first.
  ///
  /// @param groups first words that belong to it, such as `sink`; a name of such a group that is
  ///     not in `known` is an error
  /// @throws IllegalArgumentException that lists every unknown name and every bad value
  public void check(Set<String> groups, List<Setting<?>> known) {
    var problems = new ArrayList<String>();
    Set<String> names = known.stream().map(Setting::name).collect(Collectors.toSet());
    for (String name : new TreeSet<>(values.keySet())) {
      int dot = name.indexOf('.');
      if (dot > 0 && groups.contains(name.substring(0, dot)) && !names.contains(name)) {
        problems.add("%s: no such setting".formatted(name));
      }
    }
    for (Setting<?> setting : known) {
      try {
        get(setting);
      } catch (IllegalArgumentException e) {
        problems.add(e.getMessage());
      }
    }
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException("Settings: " + String.join("; ", problems));
    }
  }
}
