package dev.broadsheet.stack;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The broker as a process: its properties and its command.
final class BrokerSettings {
  static final String NAME = "broker";
  private static final String MAIN = "dev.broadsheet.stack.broker.BrokerMain";
  private static final List<String> RESERVED =
      List.of(
          "listeners",
          "advertised.listeners",
          "listener.security.protocol.map",
          "inter.broker.listener.name",
          "controller.",
          "process.roles",
          "node.id",
          "log.dir",
          "log.dirs",
          "metadata.log.dir");

  private BrokerSettings() {}

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
            config.jvmOptions(),
            config.broker().heapMegabytes());
    return new ProcessSpec(
        NAME,
        command,
        Map.of(),
        config.folder(),
        config.lifecycle(),
        new Readiness(() -> Probe.isBrokerReady(ports), config.readyLimit()));
  }

  /// Writes the properties that the process reads when it starts.
  static void write(StackConfig config, Ports ports) {
    ServerSettings.write(file(config), properties(config, ports));
  }

  private static Path file(StackConfig config) {
    return config.folder().resolve("conf").resolve("broker.properties");
  }

  private static Map<String, String> properties(StackConfig config, Ports ports) {
    Map<String, String> all = new HashMap<>(DEFAULTS);
    all.putAll(config.broker().properties());
    all.putAll(place(config, ports));
    if (!config.broker().listeners().isEmpty()) {
      secure(all, config.broker().listeners());
    }
    return all;
  }

  private static void secure(Map<String, String> all, List<SecureListener> listeners) {
    all.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
    all.put("allow.everyone.if.no.acl.found", "false");
    all.put("super.users", "User:ANONYMOUS");
    for (SecureListener one : listeners) {
      String address = "," + listener(one.name(), one.port());
      all.merge("listeners", address, String::concat);
      all.merge("advertised.listeners", address, String::concat);
      all.merge(
          "listener.security.protocol.map",
          "," + one.name() + ":" + one.protocol(),
          String::concat);
      all.putAll(one.properties());
    }
  }

  private static Map<String, String> place(StackConfig config, Ports ports) {
    int advertised = config.broker().advertisedPort();
    return Map.ofEntries(
        Map.entry("process.roles", "broker,controller"),
        Map.entry("node.id", "1"),
        Map.entry("log.dirs", config.folder().resolve("data").resolve("broker").toString()),
        Map.entry(
            "listeners",
            listener("CLIENT", ports.kafka())
                + ","
                + listener("INTERNAL", ports.internal())
                + ","
                + listener("CONTROLLER", ports.controller())),
        Map.entry(
            "advertised.listeners",
            listener("CLIENT", advertised == 0 ? ports.kafka() : advertised)
                + ","
                + listener("INTERNAL", ports.internal())),
        Map.entry("inter.broker.listener.name", "INTERNAL"),
        Map.entry("controller.listener.names", "CONTROLLER"),
        Map.entry("controller.quorum.voters", "1@" + Ports.HOST + ":" + ports.controller()),
        Map.entry(
            "listener.security.protocol.map",
            "CLIENT:PLAINTEXT,INTERNAL:PLAINTEXT,CONTROLLER:PLAINTEXT"));
  }

  private static String listener(String name, int port) {
    return name + "://" + Ports.HOST + ":" + port;
  }

  /// A single broker that keeps what it is given.
  private static final Map<String, String> DEFAULTS =
      Map.ofEntries(
          Map.entry("auto.create.topics.enable", "false"),
          Map.entry("offsets.topic.replication.factor", "1"),
          Map.entry("transaction.state.log.replication.factor", "1"),
          Map.entry("transaction.state.log.min.isr", "1"),
          Map.entry("share.coordinator.state.topic.replication.factor", "1"),
          Map.entry("share.coordinator.state.topic.min.isr", "1"),
          // Few partitions of the broker's own topics: fewer files, and a quicker start.
          Map.entry("offsets.topic.num.partitions", "4"),
          Map.entry("transaction.state.log.num.partitions", "4"),
          Map.entry("share.coordinator.state.topic.num.partitions", "1"),
          Map.entry("group.initial.rebalance.delay.ms", "0"),
          // Nobody else could lead: a broker that was stopped for a while is not to lose its place.
          Map.entry("broker.session.timeout.ms", "60000"),
          Map.entry("transaction.max.timeout.ms", "900000"),
          // A killed writer's transaction blocks the readers behind it until this look finds that
          // its time is over.
          Map.entry("transaction.abort.timed.out.transaction.cleanup.interval.ms", "1000"),
          // The largest record is 9 MiB with its headers; room for a batch around it.
          Map.entry("message.max.bytes", "16777216"),
          Map.entry("replica.fetch.max.bytes", "16777216"),
          // A development machine sleeps for weeks: nothing expires meanwhile. 24 days is near the
          // largest value that transactional ids can have.
          Map.entry("offsets.retention.minutes", "5256000"),
          Map.entry("transactional.id.expiration.ms", "2073600000"),
          Map.entry("log.retention.ms", "-1"),
          Map.entry("log.cleaner.dedupe.buffer.size", "16777216"),
          Map.entry("num.network.threads", "2"),
          Map.entry("num.io.threads", "4"));
}
