package dev.broadsheet.ingest.push;

import dev.broadsheet.contract.Digests;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The tokens that clients may show, kept as hashes only.
final class BearerTokens {
  /// Shorter ones can be guessed.
  static final int SHORTEST = 16;

  private static final String SCHEME = "Bearer ";

  private final List<byte[]> hashes;

  private BearerTokens(List<byte[]> hashes) {
    this.hashes = hashes;
  }

  /// The tokens of a file, one a line, and one from the environment. Lines that are blank or begin
  /// with `#` do not count.
  ///
  /// @throws IllegalArgumentException when one is too short; it is not shown
  static BearerTokens of(Optional<Path> file, Secret single) {
    var all =
        Stream.concat(
                file.map(Secret::lines).stream().flatMap(List::stream), Stream.of(single.value()))
            .map(String::strip)
            .filter(t -> !t.isEmpty() && !t.startsWith("#"))
            .toList();
    if (all.stream().anyMatch(t -> t.length() < SHORTEST)) {
      throw new IllegalArgumentException(
          "push.token.file or push.token: a token has at least %d characters; make one with: openssl rand -hex 32"
              .formatted(SHORTEST));
    }
    return new BearerTokens(all.stream().map(BearerTokens::hash).toList());
  }

  boolean isEmpty() {
    return hashes.isEmpty();
  }

  /// Whether an `Authorization` header shows one of them. The time that this takes does not depend
  /// on how much of a token is right, nor on which it is.
  boolean admit(@Nullable String authorization) {
    boolean bearer =
        authorization != null && authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length());
    byte[] shown =
        hash(bearer && authorization != null ? authorization.substring(SCHEME.length()) : "");
    boolean known = false;
    for (byte[] hash : hashes) {
      known |= MessageDigest.isEqual(hash, shown);
    }
    return bearer && known;
  }

  private static byte[] hash(String token) {
    String sha256 = Digests.sha256(token.strip().getBytes(StandardCharsets.UTF_8));
    return sha256.getBytes(StandardCharsets.US_ASCII);
  }
}
