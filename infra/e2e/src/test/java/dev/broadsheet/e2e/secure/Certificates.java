package dev.broadsheet.e2e.secure;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/// Certificates of one test run, made by the JDK's own keytool: an authority, servers good and bad,
/// and a client. Nothing of them outlives the folder.
final class Certificates {
  /// A server on this machine.
  static final String SERVER = "server";

  /// One whose certificate is out of date.
  static final String EXPIRED = "expired";

  /// One whose certificate is for another host.
  static final String MISNAMED = "misnamed";

  /// The sink, as a client.
  static final String CLIENT = "client";

  private static final String AUTHORITY = "authority";
  private static final String STRANGER = "stranger";
  private static final String HERE = "SAN=dns:localhost,ip:127.0.0.1";

  private final Path folder;
  private final String password;
  private final KeyStore all;

  private Certificates(Path folder, String password, KeyStore all) {
    this.folder = folder;
    this.password = password;
    this.all = all;
  }

  /// Makes them.
  ///
  /// @param password of all stores
  static Certificates make(Path folder, String password)
      throws IOException, GeneralSecurityException, InterruptedException {
    Path store = Files.createDirectories(folder).resolve("all.p12");
    Path word = Files.writeString(folder.resolve("all.password"), password);
    make(store, word, AUTHORITY, "-ext", "bc:c");
    make(store, word, STRANGER, "-ext", "bc:c");
    make(store, word, SERVER, "-signer", AUTHORITY, "-ext", HERE);
    make(store, word, EXPIRED, "-signer", AUTHORITY, "-ext", HERE, "-startdate", "-10d");
    make(store, word, MISNAMED, "-signer", AUTHORITY, "-ext", "SAN=dns:elsewhere.example");
    make(store, word, CLIENT, "-signer", AUTHORITY, "-dname", "CN=broadsheet-sink,O=Broadsheet");
    var all = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      all.load(in, password.toCharArray());
    }
    return new Certificates(folder, password, all);
  }

  String password() {
    return password;
  }

  /// A PKCS12 file with key and chain of one, and the authority as trusted.
  Path store(String name) throws IOException, GeneralSecurityException {
    var one = KeyStore.getInstance("PKCS12");
    one.load(null, null);
    one.setKeyEntry(name, key(name), password.toCharArray(), all.getCertificateChain(name));
    one.setCertificateEntry(AUTHORITY, all.getCertificate(AUTHORITY));
    Path file = folder.resolve(name + ".p12");
    try (OutputStream out = Files.newOutputStream(file)) {
      one.store(out, password.toCharArray());
    }
    return file;
  }

  /// A PEM file with the key, and another one with the chain.
  List<Path> pem(String name) throws IOException, GeneralSecurityException {
    var chain = new StringBuilder();
    for (Certificate one : all.getCertificateChain(name)) {
      chain.append(pem("CERTIFICATE", one.getEncoded()));
    }
    return List.of(
        Files.writeString(
            folder.resolve(name + "-key.pem"), pem("PRIVATE KEY", key(name).getEncoded())),
        Files.writeString(folder.resolve(name + ".pem"), chain));
  }

  /// For clients of our listeners: trusts the authority.
  SSLContext trusting() throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    store.setCertificateEntry(AUTHORITY, all.getCertificate(AUTHORITY));
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    var context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return context;
  }

  /// The authority that signs all of them, as PEM.
  Path authority() throws IOException, GeneralSecurityException {
    return authority(AUTHORITY);
  }

  /// Another authority, as PEM.
  Path stranger() throws IOException, GeneralSecurityException {
    return authority(STRANGER);
  }

  private Path authority(String name) throws IOException, GeneralSecurityException {
    return Files.writeString(
        folder.resolve(name + "-ca.pem"),
        pem("CERTIFICATE", all.getCertificate(name).getEncoded()));
  }

  private Key key(String name) throws GeneralSecurityException {
    return all.getKey(name, password.toCharArray());
  }

  private static String pem(String kind, byte[] bytes) {
    return "-----BEGIN %s-----%n%s%n-----END %s-----%n"
        .formatted(kind, Base64.getMimeEncoder().encodeToString(bytes), kind);
  }

  private static void make(Path store, Path password, String name, String... more)
      throws IOException, InterruptedException {
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-J-XX:TieredStopAtLevel=1",
                "-J-XX:+UseSerialGC",
                "-genkeypair",
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass:file",
                password.toString(),
                "-alias",
                name,
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-validity",
                "5"));
    command.addAll(List.of(more));
    if (!command.contains("-dname")) {
      command.addAll(List.of("-dname", "CN=" + name));
    }
    Path log = store.resolveSibling("keytool.log");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException("keytool made no " + name + ": " + Files.readString(log));
    }
  }
}
