package dev.broadsheet.watch;

import dev.broadsheet.contract.Setting;
import dev.broadsheet.contract.Settings;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Where metrics and health are shown.
///
/// @param address of the listener; empty when there is none
public record WatchConfig(Optional<InetSocketAddress> address) {
  /// No listener.
  public static final WatchConfig OFF = new WatchConfig(Optional.empty());

  /// The port.
  public static final Setting<Integer> PORT =
      Setting.count("metrics.port", 0, 0, 65_535, "port of metrics and health; 0 for none");

  /// The address, which has no encryption and asks for no password.
  public static final Setting<InetAddress> HOST =
      new Setting<>(
          "metrics.host",
          "127.0.0.1",
          "address that metrics and health are shown at: 127.0.0.1 or ::1",
          WatchConfig::loopback);

  /// All settings.
  public static final List<Setting<?>> ALL = List.of(PORT, HOST);

  /// Reads the settings.
  ///
  /// @throws IllegalArgumentException that lists all that is wrong, such as an address that other
  ///     machines reach
  public static WatchConfig from(Settings settings) {
    settings.check(Set.of("metrics"), ALL);
    int port = settings.get(PORT);
    return port == 0
        ? OFF
        : new WatchConfig(Optional.of(new InetSocketAddress(settings.get(HOST), port)));
  }

  private static InetAddress loopback(String text) {
    InetAddress address = InetAddress.ofLiteral(text.strip());
    if (!address.isLoopbackAddress()) {
      throw new IllegalArgumentException(
          "only this machine may read metrics: 127.0.0.1 or ::1 is due; let a proxy with TLS and a"
              + " password show them elsewhere");
    }
    return address;
  }
}
