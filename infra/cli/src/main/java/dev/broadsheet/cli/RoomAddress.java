package dev.broadsheet.cli;

import dev.broadsheet.contract.Settings;
import dev.broadsheet.room.RoomConfig;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;

/// Where a reading room that is started beside the stages listens.
final class RoomAddress {
  private static final String HERE = "127.0.0.1:";

  private RoomAddress() {}

  /// The setting for a port of this machine.
  static Map<String, String> onThisMachine(int port) {
    return Map.of(RoomConfig.ADDRESS.name(), HERE + port);
  }

  /// The port asked for; else the address of the settings; else, where that is the usual one and
  /// somebody listens there, any free port.
  static Map<String, String> choose(Settings settings, int port) {
    if (port != 0) {
      return onThisMachine(port);
    }
    InetSocketAddress address = settings.get(RoomConfig.ADDRESS);
    String text = address.getHostString() + ":" + address.getPort();
    return text.equals(RoomConfig.ADDRESS.fallback()) && !isFree(address)
        ? onThisMachine(0)
        : Map.of(RoomConfig.ADDRESS.name(), text);
  }

  private static boolean isFree(InetSocketAddress address) {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(address);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
