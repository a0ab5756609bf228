package dev.broadsheet.contract.access;

import dev.broadsheet.contract.Digests;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The tokens that clients of a listener may show, kept as hashes only.
///
/// A program shows one as a bearer token; a browser as the password of basic authentication,
/// whatever the user's name.
public final class Tokens {
  /// Shorter ones can be guessed.
  public static final int SHORTEST = 16;

  private final List<byte[]> hashes;

  private Tokens(List<byte[]> hashes) {
    this.hashes = hashes;
  }

  /// The tokens of a file, one a line, and a single one. Lines that are blank or begin with `#` do
  /// not count.
  ///
  /// @throws IllegalArgumentException when one is too short; it is not shown
  public static Tokens of(Optional<Path> file, Secret single) {
    var all =
        Stream.concat(
                file.map(Secret::lines).stream().flatMap(List::stream), Stream.of(single.value()))
            .map(String::strip)
            .filter(t -> !t.isEmpty() && !t.startsWith("#"))
            .toList();
    if (all.stream().anyMatch(t -> t.length() < SHORTEST)) {
      throw new IllegalArgumentException(
          "a token has at least %d characters; make one with: openssl rand -hex 32"
              .formatted(SHORTEST));
    }
    return new Tokens(all.stream().map(Tokens::hash).toList());
  }

  public boolean isEmpty() {
    return hashes.isEmpty();
  }

  /// Whether an `Authorization` header shows one of them. The time that this takes does not depend
  /// on how much of a token is right, nor on which it is.
  public boolean admit(@Nullable String authorization) {
    String given = shown(authorization);
    byte[] shown = hash(given);
    boolean known = false;
    for (byte[] hash : hashes) {
      known |= MessageDigest.isEqual(hash, shown);
    }
    return known && !given.isEmpty();
  }

  private static String shown(@Nullable String authorization) {
    int space = authorization == null ? -1 : authorization.indexOf(' ');
    if (authorization == null || space < 0) {
      return "";
    }
    String given = authorization.substring(space + 1);
    return switch (authorization.substring(0, space).toLowerCase(Locale.ROOT)) {
      case "bearer" -> given;
      case "basic" -> password(given);
      default -> "";
    };
  }

  private static String password(String given) {
    try {
      String pair = new String(Base64.getDecoder().decode(given.strip()), StandardCharsets.UTF_8);
      return pair.substring(pair.indexOf(':') + 1);
    } catch (IllegalArgumentException e) {
      // No base64, and so no password.
      return "";
    }
  }

  private static byte[] hash(String token) {
    String sha256 = Digests.sha256(token.strip().getBytes(StandardCharsets.UTF_8));
    return sha256.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public String toString() {
    return "%d tokens".formatted(hashes.size());
  }
}
