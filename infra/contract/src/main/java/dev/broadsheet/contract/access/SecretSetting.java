package dev.broadsheet.contract.access;

import dev.broadsheet.contract.Setting;
import dev.broadsheet.contract.Settings;
import java.nio.file.Path;
import java.util.Optional;

/// A secret: the first line of a file, or an environment variable.
///
/// @param file names the file
/// @param word the secret itself
record SecretSetting(Setting<Optional<Path>> file, Setting<Secret> word) {
  static SecretSetting of(String name, String meaning) {
    return new SecretSetting(
        Setting.optionalPath(name + ".file", "file with " + meaning + " in its first line"),
        word(name, meaning + "; only as an environment variable or in a properties file"));
  }

  static Setting<Secret> word(String name, String meaning) {
    return Setting.secret(name, meaning, t -> new Secret(t.strip()));
  }

  /// The secret; empty when there is none.
  ///
  /// @throws IllegalArgumentException when the file cannot be read, or is empty
  Secret read(Settings settings) {
    Optional<Path> from = settings.get(file);
    if (from.isEmpty()) {
      return settings.get(word);
    }
    Secret read;
    try {
      read = Secret.firstLine(from);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("%s=%s".formatted(file.name(), e.getMessage()), e);
    }
    if (read.isEmpty()) {
      throw new IllegalArgumentException(
          "%s=%s: its first line is empty".formatted(file.name(), from.get()));
    }
    return read;
  }
}
