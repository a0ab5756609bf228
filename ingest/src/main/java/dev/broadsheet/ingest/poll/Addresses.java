package dev.broadsheet.ingest.poll;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which addresses are out in the world. The lists follow IANA's registries of special-purpose
/// addresses for IPv4 and IPv6.
final class Addresses {
  private static final List<Network> CLOSED =
      List.of(
          network("0.0.0.0", 8),
          network("10.0.0.0", 8),
          network("100.64.0.0", 10),
          network("127.0.0.0", 8),
          network("169.254.0.0", 16),
          network("172.16.0.0", 12),
          network("192.0.0.0", 24),
          network("192.0.2.0", 24),
          network("192.88.99.0", 24),
          network("192.168.0.0", 16),
          network("198.18.0.0", 15),
          network("198.51.100.0", 24),
          network("203.0.113.0", 24),
          network("224.0.0.0", 3));

  /// Of IPv6 only global unicast is out in the world, and of that not what holds an IPv4 address
  /// or is set apart for documents and protocols.
  private static final Network OPEN_6 = network("2000::", 3);

  private static final List<Network> CLOSED_6 =
      List.of(
          network("2001::", 23),
          network("2001:db8::", 32),
          network("2002::", 16),
          network("3fff::", 20));

  @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
  private record Network(byte[] address, int bits) {
    boolean contains(byte[] other) {
      if (other.length != address.length) {
        return false;
      }
      int whole = bits / 8;
      if (!Arrays.equals(address, 0, whole, other, 0, whole)) {
        return false;
      }
      int mask = 0xFF00 >> (bits % 8) & 0xFF;
      return bits % 8 == 0 || (address[whole] & mask) == (other[whole] & mask);
    }
  }

  private Addresses() {}

  /// Whether an address is neither private, nor of this machine, nor special in any other way.
  static boolean isPublic(InetAddress address) {
    byte[] bytes = address.getAddress();
    return switch (address) {
      case Inet4Address _ -> CLOSED.stream().noneMatch(n -> n.contains(bytes));
      case Inet6Address _ ->
          OPEN_6.contains(bytes) && CLOSED_6.stream().noneMatch(n -> n.contains(bytes));
      default -> false;
    };
  }

  /// Whether an address is one of the web, without a name or password in it.
  static boolean isWeb(@Nullable URI uri) {
    return uri != null
        && uri.getHost() != null
        && uri.getRawUserInfo() == null
        && ("http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme()));
  }

  private static Network network(String literal, int bits) {
    try {
      return new Network(InetAddress.getByName(literal).getAddress(), bits);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(literal, e);
    }
  }
}
