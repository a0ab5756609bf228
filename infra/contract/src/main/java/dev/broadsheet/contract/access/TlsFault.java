package dev.broadsheet.contract.access;

import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;

/// What is wrong with an encrypted connection, in words for people.
final class TlsFault {
  private TlsFault() {}

  /// The fault, if there is one among the causes of `failure`.
  ///
  /// @param trust the setting that names the authorities that are trusted
  /// @param address the setting of the server's address
  static Optional<String> of(Throwable failure, String trust, String address) {
    Optional<String> found = Optional.empty();
    for (Throwable t = failure; t != null; t = t.getCause()) {
      Optional<String> here = inWords(t, trust, address);
      // The deepest cause knows best.
      found = here.isPresent() ? here : found;
    }
    return found;
  }

  private static Optional<String> inWords(Throwable failure, String trust, String address) {
    return Optional.ofNullable(
        switch (failure) {
          case CertificateExpiredException _ ->
              "its certificate has expired: renew it on the server";
          case CertificateNotYetValidException _ ->
              "its certificate is not valid yet: are the clocks of both machines right?";
          case CertPathBuilderException _ ->
              "its certificate is signed by no authority that is trusted here: the setting is "
                  + trust;
          case SSLPeerUnverifiedException _ -> wrongName(address);
          // What has a type of its own says more in its cause.
          case CertificateException e when e.getClass() == CertificateException.class ->
              wrongName(address);
          case SSLException _ ->
              "no encrypted connection comes about: does it speak TLS there, and does it ask for a"
                  + " certificate of ours? The setting is "
                  + address;
          default -> null;
        });
  }

  private static String wrongName(String address) {
    return "its certificate is for another host name: the setting is " + address;
  }
}
