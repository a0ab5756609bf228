package dev.broadsheet.room;

import dev.broadsheet.contract.Setting;
import dev.broadsheet.contract.Settings;
import dev.broadsheet.contract.access.Listener;
import dev.broadsheet.contract.access.ListenerSettings;
import java.net.InetSocketAddress;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Settings of the reading room.
///
/// @param listener address, certificate and key, and tokens of the readers; none where everybody on
///     this machine may read
/// @param hosts names that a browser may call it by, lower case
public record RoomConfig(Listener listener, Set<String> hosts) {
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
  private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

  /// Where to listen.
  public static final Setting<InetSocketAddress> ADDRESS =
      new Setting<>(
          "room.address",
          "127.0.0.1:8690",
          "host:port of the reading room; port 0 for any free one",
          RoomConfig::address);

  static final Setting<String> HOSTS =
      new Setting<>(
          "room.hosts",
          "",
          "names by which browsers may call it, comma between, besides that of the address",
          String::strip);

  /// Tokens, certificate and key.
  public static final ListenerSettings LISTENER = new ListenerSettings("room", "the readers");

  static final List<Setting<?>> ALL =
      Stream.concat(Stream.of(ADDRESS, HOSTS), LISTENER.all().stream())
          .<Setting<?>>map(setting -> setting)
          .toList();

  public RoomConfig {
    hosts = Set.copyOf(hosts);
  }

  /// Reads the settings.
  ///
  /// @throws IllegalArgumentException that lists every unknown name and every bad value, or says
  ///     why such a room would not be safe
  public static RoomConfig from(Settings settings) {
    settings.check(Set.of("room"), ALL);
    InetSocketAddress address = settings.get(ADDRESS);
    var listener = LISTENER.listener("room.address=" + text(address), address, settings);
    return new RoomConfig(listener, hosts(address, settings.get(HOSTS)));
  }

  private static Set<String> hosts(InetSocketAddress address, String named) {
    var hosts = new LinkedHashSet<>(THIS_MACHINE);
    COMMA.splitAsStream(named).filter(h -> !h.isEmpty()).map(RoomConfig::lower).forEach(hosts::add);
    if (address.getAddress().isAnyLocalAddress()) {
      if (hosts.size() == THIS_MACHINE.size()) {
        throw new IllegalArgumentException(
            "room.address=%s: browsers call it by other names: list them in room.hosts"
                .formatted(text(address)));
      }
      return hosts;
    }
    String literal = address.getAddress().getHostAddress();
    Stream.of(address.getHostString(), literal.contains(":") ? "[" + literal + "]" : literal)
        .map(RoomConfig::lower)
        .forEach(hosts::add);
    return hosts;
  }

  private static String lower(String host) {
    return host.toLowerCase(Locale.ROOT);
  }

  private static String text(InetSocketAddress address) {
    return address.getHostString() + ":" + address.getPort();
  }

  private static InetSocketAddress address(String text) {
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
    return address;
  }
}
