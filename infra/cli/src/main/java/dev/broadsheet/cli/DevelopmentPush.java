package dev.broadsheet.cli;

import dev.broadsheet.contract.Setting;
import dev.broadsheet.contract.Settings;
import dev.broadsheet.ingest.push.PushConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// What the ingest stage of `broadsheet up` is told of its HTTP listener.
final class DevelopmentPush {
  private static final String TOKEN_FILE = PushConfig.LISTENER.tokenFile().name();
  private static final int TOKEN_BYTES = 32;

  private DevelopmentPush() {}

  /// The settings of the listener; empty when none is asked for. A token is made when none is
  /// given, in a file that only this user can read.
  static Map<String, String> settings(Settings settings, Path data) {
    var told = new TreeMap<String, String>();
    settings
        .get(PushConfig.ADDRESS)
        .ifPresent(
            a -> {
              told.put(PushConfig.ADDRESS.name(), a.getHostString() + ":" + a.getPort());
              PushConfig.LISTENER.files().forEach(f -> copy(settings, f, told));
              told.computeIfAbsent(TOKEN_FILE, _ -> token(data).toString());
              // Says what is wrong now, and not in the log of a process in the background.
              Objects.requireNonNull(PushConfig.from(settings.with(told)));
            });
    return told;
  }

  /// Lines for people; empty when there is no listener.
  static String describe(Map<String, String> told) {
    String address = told.get(PushConfig.ADDRESS.name());
    return address == null
        ? ""
        : """

        HTTP           PUT http://%s/issues/KEY, token in %s\
        """
            .formatted(address, told.get(TOKEN_FILE));
  }

  private static void copy(
      Settings settings, Setting<Optional<Path>> setting, Map<String, String> told) {
    settings.get(setting).ifPresent(f -> told.put(setting.name(), f.toAbsolutePath().toString()));
  }

  private static Path token(Path data) {
    Path file = data.resolve("push.token");
    if (Files.exists(file)) {
      return file;
    }
    byte[] random = new byte[TOKEN_BYTES];
    new SecureRandom().nextBytes(random);
    try {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, HexFormat.of().formatHex(random) + "\n");
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
