package dev.broadsheet.stack.node;

import dev.broadsheet.stack.lifeline.Lifeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.elasticsearch.common.logging.LogConfigurator;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.env.Environment;
import org.elasticsearch.node.Node;
import org.elasticsearch.node.NodeValidationException;
import org.elasticsearch.plugins.PluginsLoader;

/// Runs one Elasticsearch node until the process is asked to end.
///
/// The only argument is a properties file of node settings. `path.home` names the server folder,
/// which holds `config/log4j2.properties` and the modules.
public final class NodeMain {
  private static final int CLOSE_LIMIT_SECONDS = 15;

  private NodeMain() {}

  /// Starts the node and waits until the process is asked to end.
  ///
  /// @throws IOException if the settings, the logging configuration or a module cannot be read
  /// @throws NodeValidationException if the node refuses its settings
  /// @throws InterruptedException never in practice: nothing interrupts the main thread
  public static void main(String[] args)
      throws IOException, NodeValidationException, InterruptedException {
    Lifeline.follow();
    System.out.println(
        "Development node: no security module, no replicas, loopback only. Unfit for production.");
    Settings settings = settings(Path.of(args[0]));
    var environment =
        new Environment(settings, Path.of(settings.get("path.home")).resolve("config"));
    LogConfigurator.setNodeName(settings.get("node.name"));
    LogConfigurator.configure(environment, true);
    var node = new Node(environment, modules(environment));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(node), "node-close"));
    node.start();
    new CountDownLatch(1).await();
  }

  private static Settings settings(Path file) throws IOException {
    var properties = new Properties();
    try (var stream = Files.newInputStream(file)) {
      properties.load(stream);
    }
    var settings = Settings.builder();
    properties.stringPropertyNames().forEach(key -> settings.put(key, properties.getProperty(key)));
    return settings.build();
  }

  private static PluginsLoader modules(Environment environment) throws IOException {
    return PluginsLoader.createPluginsLoader(
        PluginsLoader.loadModulesBundles(environment.modulesDir(), false),
        Set.of(),
        Map.of(),
        false);
  }

  private static void close(Node node) {
    try (node) {
      node.prepareForClose();
      node.close();
      if (!node.awaitClose(CLOSE_LIMIT_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("The node did not close within " + CLOSE_LIMIT_SECONDS + " s.");
      }
    } catch (IOException e) {
      System.err.println("The node did not close cleanly: " + e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
