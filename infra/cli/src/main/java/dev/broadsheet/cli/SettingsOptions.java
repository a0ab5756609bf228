package dev.broadsheet.cli;

import dev.broadsheet.contract.Setting;
import dev.broadsheet.contract.Settings;
import dev.broadsheet.contract.access.ElasticAccess;
import dev.broadsheet.contract.access.KafkaSettings;
import dev.broadsheet.ingest.push.PushConfig;
import dev.broadsheet.room.RoomConfig;
import dev.broadsheet.stack.Stack;
import dev.broadsheet.watch.WatchConfig;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The options that every command has: where its settings come from.
final class SettingsOptions {
  private static final List<Setting<?>> SECRETS =
      Stream.of(
              KafkaSettings.SECRETS,
              ElasticAccess.SECRETS,
              PushConfig.LISTENER.secrets(),
              RoomConfig.LISTENER.secrets(),
              WatchConfig.LISTENER.secrets())
          .flatMap(List::stream)
          .<Setting<?>>map(setting -> setting)
          .toList();

  @Option(
      names = "--config",
      paramLabel = "FILE",
      description = "properties file with settings (or BROADSHEET_CONFIG)")
  private @Nullable Path config;

  @Option(
      names = "--set",
      paramLabel = "NAME=VALUE",
      description = "one setting, such as kafka.bootstrap=127.0.0.1:9092")
  private Map<String, String> values = new HashMap<>();

  @Option(
      names = "--data",
      paramLabel = "DIR",
      description = "folder of the development stack (default: ${DEFAULT-VALUE})",
      defaultValue = "${env:BROADSHEET_DATA:-data}")
  private Path data;

  /// Folder of the development stack.
  Path data() {
    return data.toAbsolutePath().normalize();
  }

  /// Settings, beneath which lie the addresses of the stack that runs in the data folder, if any.
  ///
  /// @throws IllegalArgumentException when a secret is given as an option, where every user of the
  ///     machine can read it
  Settings settings() throws IOException {
    for (Setting<?> secret : SECRETS) {
      if (values.containsKey(secret.name())) {
        throw new IllegalArgumentException(
            "%s: not as an option, which every user of this machine can read: use %s or a file, %s.file"
                .formatted(secret.name(), secret.variable(), secret.name()));
      }
    }
    var file = new HashMap<String, String>();
    Stack.attach(data()).ifPresent(stack -> file.putAll(addresses(stack)));
    file.putAll(properties());
    return Settings.layered(file, System.getenv(), values);
  }

  static Map<String, String> addresses(Stack stack) {
    return Map.of(
        Settings.KAFKA_BOOTSTRAP.name(),
        stack.bootstrapServers(),
        Settings.ELASTICSEARCH_URL.name(),
        stack.elasticsearchUrl().toString());
  }

  private Map<String, String> properties() throws IOException {
    Path file = config;
    if (file == null) {
      String named = System.getenv("BROADSHEET_CONFIG");
      if (named == null) {
        return Map.of();
      }
      file = Path.of(named);
    }
    if (!Files.isReadable(file)) {
      throw new IllegalArgumentException("settings file %s cannot be read".formatted(file));
    }
    var properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      properties.load(reader);
    }
    var result = new HashMap<String, String>();
    properties.stringPropertyNames().forEach(n -> result.put(n, properties.getProperty(n)));
    return result;
  }
}
