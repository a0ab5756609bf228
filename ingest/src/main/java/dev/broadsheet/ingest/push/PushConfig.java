package dev.broadsheet.ingest.push;

import dev.broadsheet.contract.Limits;
import dev.broadsheet.contract.Setting;
import dev.broadsheet.contract.Settings;
import dev.broadsheet.ingest.IngestConfig;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// How issues are taken in by HTTP.
///
/// @param address to listen on
/// @param tokens that clients show
/// @param tls certificate and key; one, or none for plain HTTP
/// @param bounds what one client may ask for
public record PushConfig(
    InetSocketAddress address, BearerTokens tokens, List<Tls> tls, Bounds bounds) {
  /// Where to listen.
  public static final Setting<Optional<InetSocketAddress>> ADDRESS =
      new Setting<>(
          "push.address",
          "",
          "host:port to take issues in by HTTP, such as 127.0.0.1:8680; empty for no listener",
          PushConfig::address);

  /// Where the tokens are.
  public static final Setting<Optional<Path>> TOKEN_FILE =
      optionalPath("push.token.file", "file with the bearer tokens of clients, one a line");

  /// One more token.
  public static final Setting<Secret> TOKEN =
      new Setting<>(
          "push.token",
          "",
          "a bearer token; only as an environment variable or in a file",
          Secret::new);

  /// Certificate and key.
  public static final Setting<Optional<Path>> TLS_KEYSTORE =
      optionalPath("push.tls.keystore", "PKCS12 file with certificate and key; empty for no TLS");

  /// What opens the key store.
  public static final Setting<Optional<Path>> TLS_PASSWORD_FILE =
      optionalPath("push.tls.password.file", "file with the password of the key store");

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

  /// Certificate and key.
  ///
  /// @param keystore PKCS12 file
  /// @param password that opens it
  record Tls(Path keystore, Secret password) {}

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
    return List.of(
        ADDRESS,
        TOKEN_FILE,
        TOKEN,
        TLS_KEYSTORE,
        TLS_PASSWORD_FILE,
        BODY,
        ANSWER,
        RATE,
        BURST,
        MEMORY_BYTES);
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
    var tokens = BearerTokens.of(settings.get(TOKEN_FILE), settings.get(TOKEN));
    if (tokens.isEmpty()) {
      throw new IllegalArgumentException(
          "push.address=%s: no token: write one of at least %d characters into the file of the setting push.token.file, or set %s"
              .formatted(text(address), BearerTokens.SHORTEST, TOKEN.variable()));
    }
    var tls =
        settings.get(TLS_KEYSTORE).stream()
            .map(k -> new Tls(k, Secret.read(settings.get(TLS_PASSWORD_FILE))))
            .toList();
    if (tls.isEmpty() && !address.getAddress().isLoopbackAddress()) {
      throw new IllegalArgumentException(
          "push.address=%s: not on this machine only, and without TLS: listen on 127.0.0.1, or set push.tls.keystore"
              .formatted(text(address)));
    }
    return new PushConfig(
        address,
        tokens,
        tls,
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

  private static Setting<Optional<Path>> optionalPath(String name, String meaning) {
    return new Setting<>(
        name, "", meaning, t -> t.isBlank() ? Optional.empty() : Optional.of(Path.of(t.strip())));
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
