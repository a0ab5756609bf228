package dev.broadsheet.contract.access;

import dev.broadsheet.contract.Setting;
import dev.broadsheet.contract.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SaslConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.config.types.Password;

/// The settings of an access to Kafka: Kafka's own names behind `kafka.`, and no others. Login
/// modules and addresses of token servers are not among them: who can set those can run code here.
public final class KafkaSettings {
  /// Whether brokers want encryption and a name.
  public static final Setting<String> PROTOCOL =
      oneOf(
          "kafka.security.protocol",
          "PLAINTEXT, SSL or SASL_SSL; passwords never go over a connection without encryption",
          List.of("PLAINTEXT", "SSL", "SASL_SSL"));

  static final Setting<String> MECHANISM =
      oneOf(
          "kafka.sasl.mechanism",
          "SCRAM-SHA-512, SCRAM-SHA-256 or PLAIN",
          List.of("SCRAM-SHA-512", "SCRAM-SHA-256", "PLAIN"));

  static final Setting<String> USER =
      new Setting<>("kafka.sasl.username", "", "name of the user for SASL_SSL", String::strip);

  static final SecretSetting PASSWORD = SecretSetting.of("kafka.sasl.password", "the password");

  static final Setting<Optional<Path>> TRUSTSTORE =
      Setting.optionalPath(
          "kafka.ssl.truststore.location",
          "authorities that sign the brokers' certificates: .pem, .p12 or .jks; empty for those of"
              + " the JDK");

  private static final SecretSetting TRUSTSTORE_PASSWORD =
      SecretSetting.of("kafka.ssl.truststore.password", "the password of the trust store");

  private static final Setting<Optional<Path>> KEYSTORE =
      Setting.optionalPath(
          "kafka.ssl.keystore.location",
          "our certificate and key for mutual TLS: .pem, .p12 or .jks; empty for none");

  private static final SecretSetting KEYSTORE_PASSWORD =
      SecretSetting.of("kafka.ssl.keystore.password", "the password of the key store");

  private static final SecretSetting KEY_PASSWORD =
      SecretSetting.of("kafka.ssl.key.password", "the password of the key in it");

  /// All settings.
  public static final List<Setting<?>> ALL =
      List.of(
          Settings.KAFKA_BOOTSTRAP,
          PROTOCOL,
          MECHANISM,
          USER,
          PASSWORD.file(),
          PASSWORD.word(),
          TRUSTSTORE,
          TRUSTSTORE_PASSWORD.file(),
          TRUSTSTORE_PASSWORD.word(),
          KEYSTORE,
          KEYSTORE_PASSWORD.file(),
          KEYSTORE_PASSWORD.word(),
          KEY_PASSWORD.file(),
          KEY_PASSWORD.word());

  /// What is not to be given as an option.
  public static final List<Setting<?>> SECRETS =
      List.of(
          PASSWORD.word(),
          TRUSTSTORE_PASSWORD.word(),
          KEYSTORE_PASSWORD.word(),
          KEY_PASSWORD.word());

  private KafkaSettings() {}

  static KafkaAccess read(Settings settings) {
    settings.check(Set.of("kafka"), ALL);
    String bootstrap = settings.get(Settings.KAFKA_BOOTSTRAP);
    String protocol = settings.get(PROTOCOL);
    String user = settings.get(USER);
    Secret password = PASSWORD.read(settings);
    boolean named = !user.isEmpty() || !password.isEmpty();
    boolean sasl = protocol.equals("SASL_SSL");
    if (named && !sasl) {
      throw new IllegalArgumentException(
          "%s=%s: a user and a password are for SASL_SSL only"
              .formatted(PROTOCOL.name(), protocol));
    }
    if (sasl && (user.isEmpty() || password.isEmpty())) {
      throw new IllegalArgumentException(
          "%s=SASL_SSL: %s and %s (or the variable %s) are due"
              .formatted(
                  PROTOCOL.name(),
                  USER.name(),
                  PASSWORD.file().name(),
                  PASSWORD.word().variable()));
    }
    if (protocol.equals("PLAINTEXT")) {
      refuseStores(settings);
      return KafkaAccess.plain(bootstrap);
    }
    var security = new HashMap<String, Object>(stores(settings));
    security.put(CommonClientConfigs.SECURITY_PROTOCOL_CONFIG, protocol);
    // An empty one would accept any host's certificate.
    security.put(SslConfigs.SSL_ENDPOINT_IDENTIFICATION_ALGORITHM_CONFIG, "https");
    if (sasl) {
      String mechanism = settings.get(MECHANISM);
      security.put(SaslConfigs.SASL_MECHANISM, mechanism);
      security.put(SaslConfigs.SASL_JAAS_CONFIG, new Password(login(mechanism, user, password)));
    }
    return new KafkaAccess(bootstrap, user, security);
  }

  private static void refuseStores(Settings settings) {
    for (var store : List.of(TRUSTSTORE, KEYSTORE)) {
      if (settings.get(store).isPresent()) {
        throw new IllegalArgumentException(
            "%s=PLAINTEXT: %s is for SSL and SASL_SSL only"
                .formatted(PROTOCOL.name(), store.name()));
      }
    }
  }

  private static Map<String, Object> stores(Settings settings) {
    var all = new HashMap<String, Object>();
    settings
        .get(TRUSTSTORE)
        .ifPresent(
            file -> {
              all.put(SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG, readable(TRUSTSTORE, file));
              all.put(SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG, type(TRUSTSTORE, file));
            });
    settings
        .get(KEYSTORE)
        .ifPresent(
            file -> {
              all.put(SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG, readable(KEYSTORE, file));
              all.put(SslConfigs.SSL_KEYSTORE_TYPE_CONFIG, type(KEYSTORE, file));
            });
    put(all, SslConfigs.SSL_TRUSTSTORE_PASSWORD_CONFIG, TRUSTSTORE_PASSWORD.read(settings));
    put(all, SslConfigs.SSL_KEYSTORE_PASSWORD_CONFIG, KEYSTORE_PASSWORD.read(settings));
    put(all, SslConfigs.SSL_KEY_PASSWORD_CONFIG, KEY_PASSWORD.read(settings));
    return all;
  }

  private static void put(Map<String, Object> all, String name, Secret secret) {
    if (!secret.isEmpty()) {
      all.put(name, new Password(secret.value()));
    }
  }

  private static String readable(Setting<?> setting, Path file) {
    if (!Files.isReadable(file)) {
      throw new IllegalArgumentException(
          "%s=%s: it cannot be read".formatted(setting.name(), file));
    }
    return file.toAbsolutePath().toString();
  }

  private static String type(Setting<?> setting, Path file) {
    String name = file.toString().toLowerCase(Locale.ROOT);
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "pem", "crt" -> "PEM";
      case "p12", "pfx" -> "PKCS12";
      case "jks" -> "JKS";
      default ->
          throw new IllegalArgumentException(
              "%s=%s: a file that ends in .pem, .p12 or .jks is due"
                  .formatted(setting.name(), file));
    };
  }

  private static String login(String mechanism, String user, Secret password) {
    String module =
        mechanism.equals("PLAIN")
            ? "org.apache.kafka.common.security.plain.PlainLoginModule"
            : "org.apache.kafka.common.security.scram.ScramLoginModule";
    return "%s required username=\"%s\" password=\"%s\";"
        .formatted(
            module, quoted(USER.name(), user), quoted(PASSWORD.file().name(), password.value()));
  }

  private static String quoted(String setting, String text) {
    if (text.chars().anyMatch(c -> c < ' ')) {
      throw new IllegalArgumentException("%s: it has control characters".formatted(setting));
    }
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private static Setting<String> oneOf(String name, String meaning, List<String> allowed) {
    return new Setting<>(
        name,
        allowed.getFirst(),
        meaning,
        text -> {
          String value = text.strip().toUpperCase(Locale.ROOT);
          if (!allowed.contains(value)) {
            throw new IllegalArgumentException(
                "one of %s is due".formatted(String.join(", ", allowed)));
          }
          return value;
        });
  }
}
