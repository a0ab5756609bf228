package dev.broadsheet.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/// The ports of one stack, all of them on the loopback interface.
///
/// @param kafka where clients reach the broker
/// @param internal where the broker reaches itself, so that a proxy in front of `kafka` does not
///     stand between the broker and its own transactions
/// @param controller where the broker reaches its controller
/// @param http the node's HTTP port
record Ports(int kafka, int internal, int controller, int http) {
  static final String HOST = "127.0.0.1";
  static final String RECORD = "ports";

  /// Below the range that systems take outgoing ports from. A client that keeps trying to reach a
  /// server that is down can otherwise be given the server's own port, and connects to itself.
  private static final int LOWEST = 20_000;

  private static final int HIGHEST = 32_000;

  /// The ports that the configuration names, then those that were used in this folder before if
  /// they are free, then free ones.
  static Ports choose(StackConfig config) {
    var folder = new RunFolder(config.folder());
    var before = folder.read(RECORD, Ports.class).orElse(new Ports(0, 0, 0, 0));
    Set<Integer> taken = new HashSet<>();
    int kafka = pick(config.broker().port(), before.kafka, taken);
    int http = pick(config.node().port(), before.http, taken);
    int internal = pick(0, before.internal, taken);
    int controller = pick(0, before.controller, taken);
    var ports = new Ports(kafka, internal, controller, http);
    folder.write(RECORD, ports);
    return ports;
  }

  /// The ports in use in a folder with a running stack.
  static Ports of(RunFolder folder) {
    return folder.read(RECORD, Ports.class).orElseThrow();
  }

  private static int pick(int wanted, int before, Set<Integer> taken) {
    int port = wanted;
    if (port == 0) {
      port = before != 0 && isFree(before) ? before : free();
      while (taken.contains(port)) {
        port = free();
      }
    } else if (!isFree(port)) {
      throw new ServerStartException(
          "Port %d of %s is in use by another program".formatted(port, HOST));
    }
    taken.add(port);
    return port;
  }

  private static int free() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
      if (isFree(port)) {
        return port;
      }
    }
  }

  private static boolean isFree(int port) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
