package dev.broadsheet.ingest.table;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The first half of a SHA-256: what stands for a key in a [LongTable]. Among a hundred million
/// keys the chance that any two agree is below 1 in 10^22.
///
/// @param high first 64 bits
/// @param low next 64 bits
public record Hash128(long high, long low) {
  /// The hash of the UTF-8 bytes of `text`.
  public static Hash128 of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /// The hash of `bytes`.
  public static Hash128 of(byte[] bytes) {
    try {
      var digest = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes));
      return new Hash128(digest.getLong(), digest.getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
