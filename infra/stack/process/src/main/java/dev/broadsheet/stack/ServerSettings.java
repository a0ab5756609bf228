package dev.broadsheet.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/// Writes a server's settings to the file that it reads.
final class ServerSettings {
  private ServerSettings() {}

  static void write(Path file, Map<String, String> settings) {
    var properties = new Properties();
    properties.putAll(settings);
    try {
      Files.createDirectories(file.getParent());
      // A stream, not a writer: it escapes what is not ASCII, and Kafka reads Latin-1.
      try (var stream = Files.newOutputStream(file)) {
        properties.store(stream, "Written at each start");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file, e);
    }
  }

  /// Refuses settings that would make the server listen or store elsewhere.
  ///
  /// @param prefixes names, or beginnings of names that end in a dot
  static void refuse(Collection<String> names, List<String> prefixes) {
    for (String name : names) {
      if (prefixes.stream().anyMatch(p -> p.endsWith(".") ? name.startsWith(p) : name.equals(p))) {
        throw new IllegalArgumentException(
            "'" + name + "' is set by the stack and cannot be given");
      }
    }
  }
}
