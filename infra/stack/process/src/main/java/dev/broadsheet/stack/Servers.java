package dev.broadsheet.stack;

import dev.broadsheet.stack.lifeline.Lifeline;
import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Where the servers' programs are: folders `broker` and `node`, each with `classes` and `lib`.
final class Servers {
  /// The system property that names the folder that holds `broker` and `node`.
  static final String PROPERTY = "broadsheet.servers";

  private Servers() {}

  /// The folder of one server, by the property or beside this module's own build output.
  ///
  /// @throws ServerStartException if it is not there
  static Path folder(String server) {
    String servers = System.getProperty(PROPERTY);
    // <module>/target/classes or <module>/target/<jar>, beside <server>/target/server
    Path folder =
        servers == null
            ? location(Servers.class).resolve("../../..").resolve(server).resolve("target/server")
            : Path.of(servers).resolve(server);
    folder = folder.toAbsolutePath().normalize();
    if (!Files.isDirectory(folder.resolve("lib"))) {
      throw new ServerStartException(
          "The %s's program is not in %s: run `mvn package`, or set the system property %s to the"
                  .formatted(server, folder, PROPERTY)
              + " folder that holds broker and node");
    }
    return folder;
  }

  /// The server's own classes, its libraries, and what makes it end with its parent.
  static String classPath(Path folder) {
    return String.join(
        File.pathSeparator,
        folder.resolve("classes").toString(),
        folder.resolve("lib").toString() + "/*",
        location(Lifeline.class).toString());
  }

  private static Path location(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("No path to the classes of " + type, e);
    }
  }
}
