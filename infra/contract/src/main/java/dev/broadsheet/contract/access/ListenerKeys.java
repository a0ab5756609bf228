package dev.broadsheet.contract.access;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/// Where certificate and key of a listener are: in a PKCS12 file, or in two PEM files.
public final class ListenerKeys {
  static final ListenerKeys NONE =
      new ListenerKeys(Optional.empty(), Secret.NONE, Optional.empty(), Optional.empty());

  private final @Nullable Path keystore;
  private final Secret password;
  private final @Nullable Path certificate;
  private final @Nullable Path key;

  ListenerKeys(
      Optional<Path> keystore, Secret password, Optional<Path> certificate, Optional<Path> key) {
    if (certificate.isPresent() != key.isPresent()
        || (keystore.isPresent() && certificate.isPresent())) {
      throw new IllegalArgumentException(
          "tls: either a key store, or certificate.file together with key.file");
    }
    this.keystore = keystore.orElse(null);
    this.password = password;
    this.certificate = certificate.orElse(null);
    this.key = key.orElse(null);
  }

  boolean isThere() {
    return keystore != null || certificate != null;
  }

  Optional<SSLContext> context() {
    if (!isThere()) {
      return Optional.empty();
    }
    try {
      // Without a password the keys of a store that is only in memory need none either.
      KeyStore store = keystore == null ? pem() : pkcs12(keystore);
      checkDates(store);
      var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(store, characters());
      var context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return Optional.of(context);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "%s: certificate and key cannot be used: %s".formatted(this, e.getMessage()), e);
    }
  }

  private KeyStore pkcs12(Path file) throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(file)) {
      store.load(in, characters());
    }
    return store;
  }

  private KeyStore pem() throws IOException, GeneralSecurityException {
    if (certificate == null || key == null) {
      throw new IOException("no file");
    }
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    var chain = Pem.certificates(certificate).toArray(X509Certificate[]::new);
    store.setKeyEntry("listener", Pem.privateKey(key), characters(), chain);
    return store;
  }

  private static void checkDates(KeyStore store) throws GeneralSecurityException {
    boolean any = false;
    for (String alias : Collections.list(store.aliases())) {
      if (store.isKeyEntry(alias) && store.getCertificate(alias) instanceof X509Certificate own) {
        own.checkValidity();
        any = true;
      }
    }
    if (!any) {
      throw new CertificateException("there is no private key with a certificate");
    }
  }

  private char[] characters() {
    return password.value().toCharArray();
  }

  /// Names the file.
  @Override
  public String toString() {
    return keystore != null
        ? keystore.toString()
        : certificate != null ? certificate + " and " + key : "no TLS";
  }
}
