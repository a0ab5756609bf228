package dev.broadsheet.contract.access;

import dev.broadsheet.contract.Setting;
import dev.broadsheet.contract.Settings;
import dev.broadsheet.contract.Unreachable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// How Elasticsearch is reached: the address, whom to trust and which key to show. Its text is the
/// address.
public final class ElasticAccess {
  /// Who signs the server's certificate.
  public static final Setting<Optional<Path>> CA_FILE =
      Setting.optionalPath(
          "elasticsearch.ca.file",
          "PEM file with the authorities that sign its certificate; empty for those of the JDK");

  private static final SecretSetting API_KEY =
      SecretSetting.of("elasticsearch.api.key", "an API key, encoded or as id:key");

  /// All settings.
  public static final List<Setting<?>> ALL =
      List.of(Settings.ELASTICSEARCH_URL, CA_FILE, API_KEY.file(), API_KEY.word());

  /// What is not to be given as an option.
  public static final List<Setting<?>> SECRETS = List.of(API_KEY.word());

  private final URI address;
  private final @Nullable SSLContext trust;
  private final Secret apiKey;

  private ElasticAccess(URI address, @Nullable SSLContext trust, Secret apiKey) {
    this.address = address;
    this.trust = trust;
    this.apiKey = apiKey;
  }

  /// Without a key, trusting whom the JDK trusts.
  public static ElasticAccess plain(URI address) {
    return new ElasticAccess(address, null, Secret.NONE);
  }

  /// What the settings say.
  ///
  /// @throws IllegalArgumentException that lists all that is wrong, or says why it would not be
  ///     safe
  public static ElasticAccess from(Settings settings) {
    settings.check(Set.of("elasticsearch"), ALL);
    URI address = settings.get(Settings.ELASTICSEARCH_URL);
    Secret key = API_KEY.read(settings);
    Optional<Path> authorities = settings.get(CA_FILE);
    boolean encrypted = "https".equals(address.getScheme());
    if (authorities.isPresent() && !encrypted) {
      throw new IllegalArgumentException(
          "%s=%s: %s is for https only"
              .formatted(Settings.ELASTICSEARCH_URL.name(), address, CA_FILE.name()));
    }
    if (!key.isEmpty() && !encrypted && !isHere(address)) {
      throw new IllegalArgumentException(
          "%s=%s: the API key would go over the network for all to read: an https address is due"
              .formatted(Settings.ELASTICSEARCH_URL.name(), address));
    }
    return new ElasticAccess(address, authorities.map(ElasticAccess::trusting).orElse(null), key);
  }

  public URI address() {
    return address;
  }

  /// Whom to trust; empty for whom the JDK trusts.
  public Optional<SSLContext> trust() {
    return Optional.ofNullable(trust);
  }

  /// Value of the `Authorization` header; empty when there is none to send.
  public Optional<Secret> authorization() {
    if (apiKey.isEmpty()) {
      return Optional.empty();
    }
    String encoded =
        apiKey.value().indexOf(':') < 0
            ? apiKey.value()
            : Base64.getEncoder().encodeToString(apiKey.value().getBytes(StandardCharsets.UTF_8));
    return Optional.of(new Secret("ApiKey " + encoded));
  }

  /// The failure of a connection, in words for people.
  public Unreachable unreachable(Throwable failure) {
    return new Unreachable(
        TlsFault.of(failure, CA_FILE.name(), Settings.ELASTICSEARCH_URL.name())
            .map(fault -> "Elasticsearch at %s: %s".formatted(address, fault))
            .orElseGet(
                () ->
                    "Elasticsearch does not answer at %s; is it running? (./broadsheet up starts one; the address is the setting %s)"
                        .formatted(address, Settings.ELASTICSEARCH_URL.name())),
        failure);
  }

  /// What status 401 or 403 means, in words for people.
  public Unreachable refused(int status, String type, Throwable failure) {
    return new Unreachable(
        status == 401
            ? "Elasticsearch at %s wants a valid API key: the setting is %s, or the variable %s"
                .formatted(address, API_KEY.file().name(), API_KEY.word().variable())
            : "Elasticsearch at %s does not allow this to the API key (%s): the setting is %s, what each key needs is in infra/deploy/security/elasticsearch"
                .formatted(address, type, API_KEY.file().name()),
        failure);
  }

  private static SSLContext trusting(Path authorities) {
    try {
      return Pem.trusting(authorities);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "%s=%s: it cannot be used: %s".formatted(CA_FILE.name(), authorities, e.getMessage()), e);
    }
  }

  private static boolean isHere(URI address) {
    try {
      return InetAddress.ofLiteral(address.getHost()).isLoopbackAddress();
    } catch (IllegalArgumentException _) {
      return "localhost".equals(address.getHost());
    }
  }

  @Override
  public String toString() {
    return address.toString();
  }
}
