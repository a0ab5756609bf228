package dev.broadsheet.stack;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// One more listener of the broker, with TLS, for tests of what production demands. A broker with
/// such listeners asks its authorizer about everything that comes in by them; who comes by the
/// usual ones, which only this machine reaches, may do all.
///
/// @param name upper-case letters
/// @param port on the loopback interface
/// @param login who may come in
/// @param keystore PKCS12 file with certificate and key, and the authorities of clients
/// @param password that opens it; not shown
public record SecureListener(String name, int port, Login login, Path keystore, String password) {
  private static final Pattern NAME = Pattern.compile("[A-Z]{1,20}");

  /// Who may come in.
  public enum Login {
    /// Users with a password, by SCRAM-SHA-512.
    PASSWORD,
    /// Clients with a certificate of an authority in the key store; its common name is the user.
    CERTIFICATE
  }

  /// Checks the name.
  public SecureListener {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("name is '%s', not like %s".formatted(name, NAME));
    }
  }

  /// Where clients reach it.
  public String bootstrapServers() {
    return Ports.HOST + ":" + port;
  }

  String protocol() {
    return login == Login.PASSWORD ? "SASL_SSL" : "SSL";
  }

  Map<String, String> properties() {
    String prefix = "listener.name." + name.toLowerCase(Locale.ROOT) + ".";
    var all = new TreeMap<String, String>();
    all.put(prefix + "ssl.keystore.type", "PKCS12");
    all.put(prefix + "ssl.keystore.location", keystore.toString());
    all.put(prefix + "ssl.keystore.password", password);
    all.put(prefix + "ssl.key.password", password);
    switch (login) {
      case PASSWORD -> {
        all.put(prefix + "sasl.enabled.mechanisms", "SCRAM-SHA-512");
        all.put(
            prefix + "scram-sha-512.sasl.jaas.config",
            "org.apache.kafka.common.security.scram.ScramLoginModule required;");
      }
      case CERTIFICATE -> {
        all.put(prefix + "ssl.truststore.type", "PKCS12");
        all.put(prefix + "ssl.truststore.location", keystore.toString());
        all.put(prefix + "ssl.truststore.password", password);
        all.put(prefix + "ssl.client.auth", "required");
        all.put(prefix + "ssl.principal.mapping.rules", "RULE:^CN=([^,]{1,100}).*$/$1/");
      }
    }
    return all;
  }

  @Override
  public String toString() {
    return "%s at port %d, %s".formatted(name, port, protocol());
  }
}
