package dev.broadsheet.sink.bulk;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// SHA-256 of values, held against the hexadecimal digits of a header. For one thread.
final class ValueHash {
  private static final byte[] DIGITS = {
    '0', '1', '2', '3', '4', '5', '6', '7', '8', '9', 'a', 'b', 'c', 'd', 'e', 'f'
  };

  private final MessageDigest digest;

  ValueHash() {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  /// @param hex digits, lower case
  boolean matches(byte[] value, byte[] hex) {
    byte[] hash = digest.digest(value);
    if (hex.length != 2 * hash.length) {
      return false;
    }
    for (int i = 0; i < hash.length; i++) {
      if (hex[2 * i] != DIGITS[hash[i] >> 4 & 0xf] || hex[2 * i + 1] != DIGITS[hash[i] & 0xf]) {
        return false;
      }
    }
    return true;
  }
}
