package dev.broadsheet.cli;

import dev.broadsheet.stack.ServerProcess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;

/// The ports at which the stages of a development stack show metrics and health. They are kept in
/// the data folder, so that a scraper finds a stage again after it was started anew.
final class StagePorts {
  private static final int FIRST = 9401;

  private final Path folder;

  StagePorts(Path data) {
    this.folder = data.resolve("run");
  }

  /// A port for each stage: that of a stage that runs; else that of the last time or the usual one,
  /// if it is free; else any.
  Map<String, Integer> choose(Path data) {
    var ports = new LinkedHashMap<String, Integer>();
    int usual = FIRST;
    for (String stage : Stages.NAMES) {
      OptionalInt kept = of(stage);
      boolean runs = ServerProcess.find(data, stage).isPresent();
      int port = runs && kept.isPresent() ? kept.getAsInt() : free(kept.orElse(usual));
      ports.put(stage, port);
      keep(stage, port);
      usual++;
    }
    return ports;
  }

  /// The port that a stage was given last; empty when it has none.
  OptionalInt of(String stage) {
    Path file = file(stage);
    try {
      return Files.exists(file)
          ? OptionalInt.of(Integer.parseInt(Files.readString(file).strip()))
          : OptionalInt.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  private void keep(String stage, int port) {
    try {
      Files.createDirectories(folder);
      Files.writeString(file(stage), Integer.toString(port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Path file(String stage) {
    return folder.resolve(stage + ".metrics-port");
  }

  private static int free(int wanted) {
    try (var socket = new ServerSocket(wanted, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      return any();
    }
  }

  private static int any() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
