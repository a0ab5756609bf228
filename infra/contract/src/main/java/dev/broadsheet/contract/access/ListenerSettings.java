package dev.broadsheet.contract.access;

import dev.broadsheet.contract.Setting;
import dev.broadsheet.contract.Settings;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// The settings of one listener of ours that have to do with its safety.
public final class ListenerSettings {
  private final Setting<Optional<Path>> tokenFile;
  private final Setting<Secret> token;
  private final Setting<Optional<Path>> keystore;
  private final SecretSetting password;
  private final Setting<Optional<Path>> certificate;
  private final Setting<Optional<Path>> key;

  /// @param group first word of their names, such as `push`
  /// @param clients who shows the tokens, such as `the readers`
  public ListenerSettings(String group, String clients) {
    this.tokenFile =
        Setting.optionalPath(
            group + ".token.file", "file with the tokens of %s, one a line".formatted(clients));
    this.token =
        SecretSetting.word(
            group + ".token",
            "one more token; only as an environment variable or in a properties file");
    this.keystore =
        Setting.optionalPath(
            group + ".tls.keystore", "PKCS12 file with certificate and key; empty for no TLS");
    this.password = SecretSetting.of(group + ".tls.password", "the password of the key store");
    this.certificate =
        Setting.optionalPath(
            group + ".tls.certificate.file", "PEM file with the certificate and its chain");
    this.key =
        Setting.optionalPath(group + ".tls.key.file", "PEM file with the private key, PKCS#8");
  }

  /// All of them.
  public List<Setting<?>> all() {
    return List.of(tokenFile, token, keystore, password.file(), password.word(), certificate, key);
  }

  /// Names the file of the tokens.
  public Setting<Optional<Path>> tokenFile() {
    return tokenFile;
  }

  /// One more token.
  public Setting<Secret> token() {
    return token;
  }

  /// What is not to be given as an option.
  public List<Setting<?>> secrets() {
    return List.of(token, password.word());
  }

  /// Settings that name files, for a process that runs elsewhere.
  public List<Setting<Optional<Path>>> files() {
    return List.of(tokenFile, keystore, password.file(), certificate, key);
  }

  /// The listener at an address.
  ///
  /// @param where the setting of the address and its value, for people
  /// @throws IllegalArgumentException when others could reach it without TLS or without a token, or
  ///     a token cannot be used
  public Listener listener(String where, InetSocketAddress address, Settings settings) {
    Tokens tokens;
    try {
      tokens = Tokens.of(settings.get(tokenFile), settings.get(token));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "%s or %s: %s".formatted(tokenFile.name(), token.name(), e.getMessage()), e);
    }
    var keys =
        new ListenerKeys(
            settings.get(keystore),
            password.read(settings),
            settings.get(certificate),
            settings.get(key));
    if ((!keys.isThere() || tokens.isEmpty()) && !address.getAddress().isLoopbackAddress()) {
      throw new IllegalArgumentException(
          "%s: others reach it, so TLS and a token are due: set %s (or %s and %s) and %s; or listen on 127.0.0.1"
              .formatted(where, keystore.name(), certificate.name(), key.name(), tokenFile.name()));
    }
    return new Listener(address, tokens, keys);
  }
}
