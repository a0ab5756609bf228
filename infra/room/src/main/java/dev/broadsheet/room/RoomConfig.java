package dev.broadsheet.room;

import dev.broadsheet.contract.Setting;
import dev.broadsheet.contract.Settings;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Settings of the reading room.
///
/// @param address to listen on
/// @param hosts names that a browser may call it by, lower case
/// @param tokens of the readers; none where everybody on this machine may read
/// @param tls certificate and key; one, or none for plain HTTP
public record RoomConfig(
    InetSocketAddress address, Set<String> hosts, Tokens tokens, List<Tls> tls) {
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

  static final Setting<Optional<Path>> TOKEN_FILE =
      optionalPath("room.token.file", "file with the tokens of the readers, one a line");

  static final Setting<Secret> TOKEN =
      new Setting<>(
          "room.token",
          "",
          "one more token; only as an environment variable or in a file",
          Secret::new);

  static final Setting<Optional<Path>> TLS_KEYSTORE =
      optionalPath("room.tls.keystore", "PKCS12 file with certificate and key; empty for no TLS");

  static final Setting<Optional<Path>> TLS_PASSWORD_FILE =
      optionalPath("room.tls.password.file", "file with the password of the key store");

  static final List<Setting<?>> ALL =
      List.of(ADDRESS, HOSTS, TOKEN_FILE, TOKEN, TLS_KEYSTORE, TLS_PASSWORD_FILE);

  /// Certificate and key.
  ///
  /// @param keystore PKCS12 file
  /// @param password that opens it
  record Tls(Path keystore, Secret password) {}

  public RoomConfig {
    hosts = Set.copyOf(hosts);
    tls = List.copyOf(tls);
  }

  /// Reads the settings.
  ///
  /// @throws IllegalArgumentException that lists every unknown name and every bad value, or says
  ///     why such a room would not be safe
  public static RoomConfig from(Settings settings) {
    settings.check(Set.of("room"), ALL);
    InetSocketAddress address = settings.get(ADDRESS);
    var tokens = Tokens.of(settings.get(TOKEN_FILE), settings.get(TOKEN));
    var tls =
        settings.get(TLS_KEYSTORE).stream()
            .map(k -> new Tls(k, Secret.firstLine(settings.get(TLS_PASSWORD_FILE))))
            .toList();
    boolean open = !address.getAddress().isLoopbackAddress();
    if (open && (tls.isEmpty() || tokens.isEmpty())) {
      throw new IllegalArgumentException(
          "room.address=%s: others could read along: listen on 127.0.0.1, or set room.tls.keystore and room.token.file"
              .formatted(text(address)));
    }
    return new RoomConfig(address, hosts(address, settings.get(HOSTS)), tokens, tls);
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

  private static Setting<Optional<Path>> optionalPath(String name, String meaning) {
    return new Setting<>(
        name, "", meaning, t -> t.isBlank() ? Optional.empty() : Optional.of(Path.of(t.strip())));
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
