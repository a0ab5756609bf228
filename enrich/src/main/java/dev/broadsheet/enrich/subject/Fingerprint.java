package dev.broadsheet.enrich.subject;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.OptionalInt;

/// A hash that nearly equal texts nearly share: 64-bit SimHash over the 4-grams of letters and
/// digits, so that layout, punctuation and widths of characters do not matter.
///
/// Source: Charikar, "Similarity estimation techniques from rounding algorithms", 2002.
public final class Fingerprint {
  private static final int GRAM = 4;
  private static final int BITS = 64;

  /// For each byte, its bits as eight counters of one byte each.
  private static final long[] SPREAD = spread();

  private Fingerprint() {}

  /// The fingerprint of a text, 16 hex digits; that of a text without letters is all zeros.
  public static String of(String text) {
    int[] letters = letters(text);
    Votes votes = new Votes();
    if (letters.length < GRAM) {
      for (int letter : letters) {
        votes.add(mix(letter));
      }
    }
    for (int i = 0; i + GRAM <= letters.length; i++) {
      long gram = letters[i];
      for (int k = 1; k < GRAM; k++) {
        gram = gram * 1_000_003L + letters[i + k];
      }
      votes.add(mix(gram));
    }
    return HexFormat.of().toHexDigits(votes.majority());
  }

  /// Number of bits in which two fingerprints differ; of texts that are near copies, 6 or
  /// fewer. Empty when one of them is no fingerprint.
  public static OptionalInt hammingDistance(String one, String other) {
    if (!isFingerprint(one) || !isFingerprint(other)) {
      return OptionalInt.empty();
    }
    long difference = HexFormat.fromHexDigitsToLong(one) ^ HexFormat.fromHexDigitsToLong(other);
    return OptionalInt.of(Long.bitCount(difference));
  }

  private static boolean isFingerprint(String text) {
    return text.length() == BITS / 4 && text.chars().allMatch(HexFormat::isHexDigit);
  }

  private static int[] letters(String text) {
    String plain = isPlain(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC);
    int[] letters = new int[plain.length()];
    int length = 0;
    for (int i = 0; i < plain.length(); i += Character.charCount(plain.codePointAt(i))) {
      int letter = plain.codePointAt(i);
      if (isHan(letter)) {
        letters[length++] = letter;
      } else if (Character.isLetterOrDigit(letter)) {
        letters[length++] = Character.toLowerCase(letter);
      }
    }
    return Arrays.copyOf(letters, length);
  }

  private static boolean isHan(int letter) {
    return letter >= 0x4E00 && letter <= 0x9FFF;
  }

  /// Whether normalisation leaves the letters alone: ASCII, Han and Chinese punctuation only.
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      boolean plain =
          letter < 0x80
              || (letter >= 0x2010 && letter <= 0x201D)
              || (letter >= 0x3000 && letter <= 0x3011)
              || isHan(letter)
              || (letter >= 0xFF01 && letter <= 0xFF1F && !Character.isDigit(letter));
      if (!plain) {
        return false;
      }
    }
    return true;
  }

  /// Finaliser of MurmurHash3.
  private static long mix(long value) {
    long hash = value;
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return hash ^ (hash >>> 33);
  }

  private static long[] spread() {
    long[] spread = new long[256];
    for (int value = 0; value < 256; value++) {
      for (int bit = 0; bit < 8; bit++) {
        spread[value] |= (long) (value >>> bit & 1) << (bit * 8);
      }
    }
    return spread;
  }

  /// Counts, for each of 64 bits, in how many hashes it is set. Eight counters share a long and
  /// are emptied before one of them can overflow.
  private static final class Votes {
    private final long[] packed = new long[8];
    private final long[] totals = new long[BITS];
    private long hashes;

    void add(long hash) {
      for (int i = 0; i < 8; i++) {
        packed[i] += SPREAD[(int) (hash >>> (i * 8)) & 0xFF];
      }
      if (++hashes % 255 == 0) {
        empty();
      }
    }

    private void empty() {
      for (int i = 0; i < BITS; i++) {
        totals[i] += packed[i / 8] >>> (i % 8 * 8) & 0xFF;
      }
      Arrays.fill(packed, 0);
    }

    long majority() {
      empty();
      long result = 0;
      for (int i = 0; i < BITS; i++) {
        if (totals[i] * 2 > hashes) {
          result |= 1L << i;
        }
      }
      return result;
    }
  }
}
