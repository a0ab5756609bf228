package dev.broadsheet.e2e.secure;

import dev.broadsheet.stack.SecureListener;
import dev.broadsheet.stack.Stack;
import dev.broadsheet.stack.StackConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;

/// A broker that wants encryption, names and rules, and a node behind a proxy that wants a key. It
/// is started once and ends with the tests' process.
final class SecuredCluster {
  /// A user without a rule.
  static final String STRANGER = "broadsheet-stranger";

  private static SecuredCluster shared;

  private final Path folder;
  private final Certificates certificates;
  private final Stack stack;
  private final Map<String, SecureListener> listeners;
  private final Map<String, KeyedProxy> proxies = new TreeMap<>();
  private final Map<String, String> passwords = new TreeMap<>();
  private final Map<String, String> keys = new TreeMap<>();

  private SecuredCluster(
      Path folder, Certificates certificates, Map<String, SecureListener> listeners) {
    this.folder = folder;
    this.certificates = certificates;
    this.listeners = listeners;
    this.stack =
        Stack.start(
            StackConfig.of(folder.resolve("stack"))
                .withBrokerListeners(List.copyOf(listeners.values())));
  }

  static synchronized SecuredCluster shared() throws Exception {
    if (shared == null) {
      Path target = Files.createDirectories(Path.of("target").toAbsolutePath());
      shared = start(Files.createTempDirectory(target, "secured-"));
    }
    return shared;
  }

  private static SecuredCluster start(Path folder) throws Exception {
    var certificates = Certificates.make(folder.resolve("certificates"), secret("store"));
    var listeners = new TreeMap<String, SecureListener>();
    for (String name : List.of(Certificates.SERVER, Certificates.EXPIRED, Certificates.MISNAMED)) {
      listeners.put(name, listener(name, SecureListener.Login.PASSWORD, certificates, name));
    }
    listeners.put(
        Certificates.CLIENT,
        listener("mutual", SecureListener.Login.CERTIFICATE, certificates, Certificates.SERVER));
    var cluster = new SecuredCluster(folder, certificates, listeners);
    cluster.letIn();
    return cluster;
  }

  private void letIn() throws Exception {
    var alterations = new ArrayList<UserScramCredentialAlteration>();
    var users = new ArrayList<>(AccessRules.users());
    users.add(STRANGER);
    var owners = new TreeMap<String, String>();
    for (String user : users) {
      String password = secret("password");
      String key = secret("id") + ":" + secret("key");
      passwords.put(user, password);
      keys.put(user, key);
      owners.put(
          "ApiKey " + Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8)),
          user);
      alterations.add(
          new UserScramCredentialUpsertion(
              user, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, 4096), password));
    }
    try (Admin admin = admin()) {
      admin.alterUserScramCredentials(alterations).all().get();
    }
    allow("broadsheet");
    for (String name : List.of(Certificates.SERVER, Certificates.EXPIRED, Certificates.MISNAMED)) {
      proxies.put(
          name,
          new KeyedProxy(
              stack.elasticsearchUrl(), certificates.store(name), certificates.password(), owners));
    }
  }

  /// Gives the rules that are shipped, for topics of this prefix.
  void allow(String prefix) throws IOException, ExecutionException, InterruptedException {
    try (Admin admin = admin()) {
      var bindings =
          AccessRules.lines().stream().flatMap(l -> l.bindings(prefix).stream()).toList();
      admin.createAcls(bindings).all().get();
    }
  }

  /// One who may do all, by the listener that only this machine reaches.
  Admin admin() {
    return Admin.create(Map.<String, Object>of("bootstrap.servers", stack.bootstrapServers()));
  }

  Stack stack() {
    return stack;
  }

  Path folder() {
    return folder;
  }

  Certificates certificates() {
    return certificates;
  }

  KeyedProxy proxy() {
    return proxies.get(Certificates.SERVER);
  }

  /// What nothing may show, by name.
  Map<String, String> secrets() {
    var all = new TreeMap<String, String>();
    all.put("store", certificates.password());
    passwords.forEach((user, word) -> all.put("password of " + user, word));
    keys.forEach(
        (user, key) -> {
          all.put("key of " + user, key.substring(key.indexOf(':') + 1));
          all.put(
              "encoded key of " + user,
              Base64.getEncoder().encodeToString(key.getBytes(StandardCharsets.UTF_8)));
        });
    return all;
  }

  /// The settings by which a user reaches both servers; its secrets are in files.
  Map<String, String> settings(String user) {
    return settings(user, Certificates.SERVER);
  }

  /// The same, for servers with one of the bad certificates.
  Map<String, String> settings(String user, String certificate) {
    var all = new TreeMap<String, String>();
    all.put("kafka.bootstrap", listeners.get(certificate).bootstrapServers());
    all.put("kafka.security.protocol", "SASL_SSL");
    all.put("kafka.sasl.username", user);
    all.put("kafka.sasl.password.file", file(user + ".password", passwords.get(user)));
    all.put("elasticsearch.url", proxies.get(certificate).url());
    all.put("elasticsearch.api.key.file", file(user + ".key", keys.get(user)));
    try {
      all.put("kafka.ssl.truststore.location", certificates.authority().toString());
      all.put("elasticsearch.ca.file", certificates.authority().toString());
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
    return all;
  }

  /// The settings of the user that a certificate names, without a password.
  Map<String, String> mutual() throws IOException, GeneralSecurityException {
    var all = settings("broadsheet-sink");
    all.put("kafka.bootstrap", listeners.get(Certificates.CLIENT).bootstrapServers());
    all.put("kafka.security.protocol", "SSL");
    all.remove("kafka.sasl.username");
    all.remove("kafka.sasl.password.file");
    all.put("kafka.ssl.keystore.location", certificates.store(Certificates.CLIENT).toString());
    all.put("kafka.ssl.keystore.password.file", file("store.password", certificates.password()));
    return all;
  }

  /// A file with one line.
  String file(String name, String line) {
    try {
      Path secrets = Files.createDirectories(folder.resolve("secrets"));
      return Files.writeString(secrets.resolve(name), line + "\n").toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A properties file.
  Path properties(String name, Map<String, String> settings) {
    var properties = new Properties();
    properties.putAll(settings);
    Path file = folder.resolve(name + ".properties");
    try (var out = Files.newBufferedWriter(file)) {
      properties.store(out, null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return file;
  }

  /// A word that occurs nowhere else.
  static String secret(String kind) {
    return "canary-%s-%016x".formatted(kind, ThreadLocalRandom.current().nextLong());
  }

  /// A port below those that systems take for outgoing connections.
  static int freePort() {
    while (true) {
      int port = ThreadLocalRandom.current().nextInt(20_000, 32_000);
      try (var socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
        return socket.getLocalPort();
      } catch (IOException _) {
        // Somebody listens there: another one.
      }
    }
  }

  private static SecureListener listener(
      String name, SecureListener.Login login, Certificates certificates, String certificate)
      throws IOException, GeneralSecurityException {
    return new SecureListener(
        name.toUpperCase(Locale.ROOT),
        freePort(),
        login,
        certificates.store(certificate),
        certificates.password());
  }
}
