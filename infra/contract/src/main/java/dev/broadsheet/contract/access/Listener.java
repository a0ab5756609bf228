package dev.broadsheet.contract.access;

import java.net.InetSocketAddress;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/// A listener of ours that is safe to open: on this machine only, or with TLS and tokens.
///
/// @param address to listen on
/// @param tokens that clients show; may be empty on this machine
/// @param keys certificate and key, if any
public record Listener(InetSocketAddress address, Tokens tokens, ListenerKeys keys) {
  /// One that only this machine reaches, without a token.
  public static Listener here(InetSocketAddress address) {
    if (!address.getAddress().isLoopbackAddress()) {
      throw new IllegalArgumentException("%s: others reach it".formatted(address));
    }
    return new Listener(address, Tokens.of(Optional.empty(), Secret.NONE), ListenerKeys.NONE);
  }

  public boolean hasTls() {
    return keys.isThere();
  }

  /// The word before its address: `http` or `https`.
  public String scheme() {
    return hasTls() ? "https" : "http";
  }

  /// What encrypts its connections; empty for none.
  ///
  /// @throws IllegalArgumentException when certificate or key cannot be read, or are out of date
  public Optional<SSLContext> tls() {
    return keys.context();
  }
}
