package dev.broadsheet.ingest.push;

import dev.broadsheet.contract.Limits;
import dev.broadsheet.contract.Setting;
import dev.broadsheet.contract.Settings;
import dev.broadsheet.contract.access.Listener;
import dev.broadsheet.contract.access.ListenerSettings;
import dev.broadsheet.contract.access.Tokens;
import dev.broadsheet.ingest.IngestConfig;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// How issues are taken in by HTTP.
///
/// @param listener address, tokens that clients show, certificate and key
/// @param bounds what one client may ask for
public record PushConfig(Listener listener, Bounds bounds) {
  /// Where to listen.
  public static final Setting<Optional<InetSocketAddress>> ADDRESS =
      new Setting<>(
          "push.address",
          "",
          "host:port to take issues in by HTTP, such as 127.0.0.1:8680; empty for no listener",
          PushConfig::address);

  /// Tokens, certificate and key.
  public static final ListenerSettings LISTENER = new ListenerSettings("push", "the clients");

  /// Time for a body.
  public static final Setting<Duration> BODY =
      Setting.millis(
          "push.body.ms", 30_000, 100, 600_000, "how long a body may take to arrive, milliseconds");

  /// Time for an answer.
  public static final Setting<Duration> ANSWER =
      Setting.millis(
          "push.answer.ms",
          30_000,
          100,
          600_000,
          "how long Kafka may take to acknowledge, milliseconds");

  /// Requests of one client.
  public static final Setting<Integer> RATE =
      Setting.count("push.rate", 50, 1, 100_000, "requests a second of one client, on average");

  /// Requests of one client at once.
  public static final Setting<Integer> BURST =
      Setting.count("push.burst", 200, 1, 1_000_000, "requests of one client in a burst");

  /// Bodies in memory.
  public static final Setting<Integer> MEMORY_BYTES =
      Setting.count(
          "push.memory.bytes",
          4 * Limits.DEFAULT_ISSUE_BYTES,
          Limits.MAX_VALUE_BYTES,
          1 << 30,
          "bytes of all bodies that are in memory at once");

  /// What one request may take.
  ///
  /// @param maxBytes of a body
  /// @param memoryBytes of all bodies at once
  /// @param body time for it to arrive
  /// @param answer time for Kafka to acknowledge
  /// @param rate requests a second of one client
  /// @param burst requests of one client at once
  record Bounds(
      int maxBytes, int memoryBytes, Duration body, Duration answer, int rate, int burst) {}

  /// All settings of the listener.
  public static List<Setting<?>> settings() {
    List<Setting<?>> own = List.of(ADDRESS, BODY, ANSWER, RATE, BURST, MEMORY_BYTES);
    return Stream.concat(own.stream(), LISTENER.all().stream()).toList();
  }

  /// The listener that the settings ask for; empty when they ask for none.
  ///
  /// @throws IllegalArgumentException that lists every unknown name and every bad value, or says
  ///     why such a listener would not be safe
  public static Optional<PushConfig> from(Settings settings) {
    settings.check(Set.of("push"), settings());
    return settings.get(ADDRESS).map(address -> from(settings, address));
  }

  private static PushConfig from(Settings settings, InetSocketAddress address) {
    String where = "push.address=" + text(address);
    Listener listener = LISTENER.listener(where, address, settings);
    if (listener.tokens().isEmpty()) {
      throw new IllegalArgumentException(
          "%s: no token: write one of at least %d characters into the file of the setting %s, or set %s"
              .formatted(
                  where,
                  Tokens.SHORTEST,
                  LISTENER.tokenFile().name(),
                  LISTENER.token().variable()));
    }
    return new PushConfig(
        listener,
        new Bounds(
            settings.get(IngestConfig.MAX_BYTES),
            settings.get(MEMORY_BYTES),
            settings.get(BODY),
            settings.get(ANSWER),
            settings.get(RATE),
            settings.get(BURST)));
  }

  private static String text(InetSocketAddress address) {
    return address.getHostString() + ":" + address.getPort();
  }

  private static Optional<InetSocketAddress> address(String text) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    int colon = text.lastIndexOf(':');
    String host = colon < 1 ? "" : text.substring(0, colon).strip();
    String port = text.substring(colon + 1).strip();
    if (host.isEmpty() || !port.matches("[0-9]{1,5}") || Integer.parseInt(port) > 65_535) {
      throw new IllegalArgumentException("host:port is due");
    }
    var address = new InetSocketAddress(host, Integer.parseInt(port));
    if (address.isUnresolved()) {
      throw new IllegalArgumentException("there is no such host");
    }
    return Optional.of(address);
  }
}
