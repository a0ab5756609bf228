package dev.broadsheet.watch;

import dev.broadsheet.contract.Setting;
import dev.broadsheet.contract.Settings;
import dev.broadsheet.contract.access.Listener;
import dev.broadsheet.contract.access.ListenerSettings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Where metrics and health are shown.
///
/// @param listener address, tokens, certificate and key; empty when there is no listener
public record WatchConfig(Optional<Listener> listener) {
  /// No listener.
  public static final WatchConfig OFF = new WatchConfig(Optional.empty());

  /// The port.
  public static final Setting<Integer> PORT =
      Setting.count("metrics.port", 0, 0, 65_535, "port of metrics and health; 0 for none");

  /// The address.
  public static final Setting<InetAddress> HOST =
      new Setting<>(
          "metrics.host",
          "127.0.0.1",
          "address that metrics and health are shown at; one that others reach needs TLS and a"
              + " token",
          WatchConfig::address);

  /// Tokens, certificate and key.
  public static final ListenerSettings LISTENER = new ListenerSettings("metrics", "scrapers");

  /// All settings.
  public static final List<Setting<?>> ALL =
      Stream.concat(Stream.of(PORT, HOST), LISTENER.all().stream())
          .<Setting<?>>map(setting -> setting)
          .toList();

  /// Reads the settings.
  ///
  /// @throws IllegalArgumentException that lists all that is wrong, such as an address that other
  ///     machines reach without TLS
  public static WatchConfig from(Settings settings) {
    settings.check(Set.of("metrics"), ALL);
    int port = settings.get(PORT);
    if (port == 0) {
      return OFF;
    }
    InetAddress host = settings.get(HOST);
    String where = "%s=%s".formatted(HOST.name(), host.getHostAddress());
    return new WatchConfig(
        Optional.of(LISTENER.listener(where, new InetSocketAddress(host, port), settings)));
  }

  private static InetAddress address(String text) {
    try {
      return InetAddress.ofLiteral(text.strip());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("an address such as 127.0.0.1 is due, no name", e);
    }
  }
}
