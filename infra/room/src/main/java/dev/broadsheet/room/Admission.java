package dev.broadsheet.room;

import dev.broadsheet.contract.access.Tokens;
import java.util.Locale;
import java.util.Set;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/// Who may ask, and how.
final class Admission {
  private final Set<String> hosts;
  private final Tokens tokens;

  Admission(RoomConfig config) {
    this.hosts = config.hosts();
    this.tokens = config.listener().tokens();
  }

  /// Admits a request.
  ///
  /// A page of another site can make a name of its own point to this machine and then read what
  /// the room answers; its requests show that name as the host.
  ///
  /// @throws RequestRefused when it is not admitted
  void check(Request request) throws RequestRefused {
    if (!hosts.contains(host(request.getHeaders().get(HttpHeader.HOST)))) {
      throw new RequestRefused(
          403, "host", "the room is not known by this name; the setting is room.hosts");
    }
    if (!"GET".equals(request.getMethod())) {
      throw new RequestRefused(405, "method", "the room only answers GET");
    }
    if (!tokens.isEmpty() && !tokens.admit(request.getHeaders().get(HttpHeader.AUTHORIZATION))) {
      throw new RequestRefused(401, "token", "a token of the setting room.token.file is due");
    }
  }

  /// The name in a host header, without its port.
  static String host(@Nullable String header) {
    if (header == null) {
      return "";
    }
    int colon = header.indexOf(':', header.startsWith("[") ? header.indexOf(']') + 1 : 0);
    String name = colon < 0 ? header : header.substring(0, colon);
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
