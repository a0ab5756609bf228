package dev.broadsheet.stack.broker;

import dev.broadsheet.stack.lifeline.Lifeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/// Runs one Kafka server, broker and controller in one, until the process is asked to end.
///
/// The only argument is a properties file of Kafka. Its `log.dirs` names one folder, formatted
/// first when it is new.
public final class BrokerMain {
  private BrokerMain() {}

  /// Formats the log folder if needed and starts the server.
  ///
  /// @throws IOException if the properties cannot be read
  public static void main(String[] args) throws IOException {
    Lifeline.follow();
    System.out.println(
        "Development broker: no authentication, no replication, loopback only. Unfit for"
            + " production.");
    Path properties = Path.of(args[0]);
    if (!isFormatted(logFolder(properties)) && !format(properties)) {
      System.exit(1);
    }
    Kafka.main(new String[] {properties.toString()});
  }

  private static Path logFolder(Path file) throws IOException {
    var properties = new Properties();
    try (var stream = Files.newInputStream(file)) {
      properties.load(stream);
    }
    return Path.of(properties.getProperty("log.dirs"));
  }

  /// Formatting writes this file last, so a format that was cut short is done again.
  private static boolean isFormatted(Path logFolder) {
    return Files.exists(logFolder.resolve("meta.properties"));
  }

  private static boolean format(Path properties) {
    String[] arguments = {
      "format", "--config", properties.toString(), "--cluster-id", Uuid.randomUuid().toString()
    };
    return StorageTool.execute(arguments, System.out) == 0;
  }
}
