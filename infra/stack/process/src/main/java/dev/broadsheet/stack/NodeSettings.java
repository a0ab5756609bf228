package dev.broadsheet.stack;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The node as a process: its settings and its command.
final class NodeSettings {
  static final String NAME = "node";
  private static final String MAIN = "dev.broadsheet.stack.node.NodeMain";
  private static final List<String> RESERVED =
      List.of(
          "network.",
          "transport.",
          "path.",
          "discovery.",
          "http.port",
          "http.host",
          "http.bind_host",
          "http.publish_host");

  private NodeSettings() {}

  static void refuseReserved(Collection<String> names) {
    ServerSettings.refuse(names, RESERVED);
  }

  static ProcessSpec process(StackConfig config, Ports ports) {
    Path server = Servers.folder(NAME);
    var command =
        new JavaCommand(
            MAIN,
            List.of(file(config).toString()),
            Servers.classPath(server),
            options(config, server),
            config.node().heapMegabytes());
    return new ProcessSpec(
        NAME,
        command,
        Map.of(),
        config.folder(),
        config.lifecycle(),
        new Readiness(() -> Probe.isNodeReady(ports), config.readyLimit()));
  }

  /// Writes the settings that the process reads when it starts.
  static void write(StackConfig config, Ports ports) {
    ServerSettings.write(file(config), settings(config, ports, Servers.folder(NAME)));
  }

  private static Path file(StackConfig config) {
    return config.folder().resolve("conf").resolve("node.properties");
  }

  private static List<String> options(StackConfig config, Path server) {
    var own =
        List.of(
            "--add-modules=jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            // The published jars have no native libraries: the node says so once and goes without.
            "-Des.nativelibs.path=" + server.resolve("lib"),
            // The node closes its log last, in its own shutdown hook.
            "-Dlog4j.shutdownHookEnabled=false",
            "-Dlog4j2.disable.jmx=true",
            "-Dio.netty.noUnsafe=true",
            "-Dio.netty.allocator.numDirectArenas=0");
    return Stream.concat(config.jvmOptions().stream(), own.stream()).toList();
  }

  private static Map<String, String> settings(StackConfig config, Ports ports, Path server) {
    Map<String, String> all = new HashMap<>();
    all.put("cluster.name", "broadsheet-development");
    all.put("node.name", "broadsheet");
    // A developer's disk is often nearly full, and a blocked index looks like a fault of ours.
    all.put("cluster.routing.allocation.disk.threshold_enabled", "false");
    all.putAll(config.node().settings());
    all.put("path.home", server.toString());
    all.put("path.data", config.folder().resolve("data").resolve("node").toString());
    all.put("path.logs", config.folder().resolve("log").toString());
    all.put("network.host", Ports.HOST);
    all.put("http.port", Integer.toString(ports.http()));
    all.put("transport.port", "0");
    all.put("discovery.type", "single-node");
    return all;
  }
}
