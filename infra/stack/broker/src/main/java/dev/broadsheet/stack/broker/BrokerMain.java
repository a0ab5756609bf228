package dev.broadsheet.stack.broker;

import dev.broadsheet.stack.lifeline.Lifeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Utils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs one Kafka server, broker and controller in one, until the process is asked to end.
///
/// The only argument is a properties file of Kafka. Its `log.dirs` names one folder, formatted
/// first when it is new.
public final class BrokerMain {
  private static final Logger LOG = LoggerFactory.getLogger(BrokerMain.class);

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
    run(CombinedServer.of(Utils.loadProps(properties.toString())));
  }

  // A failed start ends the process with a code of its own, as Kafka's main class does.
  private static void run(CombinedServer server) {
    Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "shutdown"));
    try {
      server.start();
    } catch (Exception e) {
      LOG.error("The broker cannot be started", e);
      Runtime.getRuntime().halt(1);
    }
    server.await();
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
