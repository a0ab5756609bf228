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

  /// What sets the letters of a gram apart.
  private static final long STEP = 1_000_003;

  private Fingerprint() {}

  /// The fingerprint of a text, 16 hex digits; that of a text without letters is all zeros.
  public static String of(String text) {
    Votes votes = new Votes();
    votes.addAll(isPlain(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFKC));
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

  private static boolean isHan(int letter) {
    return letter >= 0x4E00 && letter <= 0x9FFF;
  }

  /// Whether normalisation leaves the letters alone: ASCII, Han and Chinese punctuation only.
  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char letter = text.charAt(i);
      boolean plain =
          isHan(letter)
              || letter < 0x80
              || (letter >= 0x2010 && letter <= 0x201D)
              || (letter >= 0x3000 && letter <= 0x3011)
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

  /// Counts, for each of 64 bits, in how many hashes it is set. Eight counters share a long and
  /// are emptied before one of them can overflow.
  private static final class Votes {
    private static final int MOST_PACKED = 255;
    private static final long LOWEST_BITS = 0x0101_0101_0101_0101L;

    /// Counters of every eighth bit from the first, the second and so on.
    private final long[] packed = new long[8];

    private final int[] totals = new int[BITS];
    private int unpacked;
    private int hashes;

    /// Adds each gram of the letters of a text; each letter by itself where they make none.
    void addAll(String text) {
      int[] last = new int[GRAM - 1];
      int letters = 0;
      for (int i = 0; i < text.length(); ) {
        int letter = text.codePointAt(i);
        i += Character.charCount(letter);
        if (!isHan(letter)) {
          if (!Character.isLetterOrDigit(letter)) {
            continue;
          }
          letter = Character.toLowerCase(letter);
        }
        if (++letters >= GRAM) {
          add(((last[0] * STEP + last[1]) * STEP + last[2]) * STEP + letter);
        }
        last[0] = last[1];
        last[1] = last[2];
        last[2] = letter;
      }
      for (int i = letters; letters < GRAM && i > 0; i--) {
        add(last[last.length - i]);
      }
    }

    private void add(long value) {
      long hash = mix(value);
      for (int i = 0; i < packed.length; i++) {
        packed[i] += hash >>> i & LOWEST_BITS;
      }
      hashes++;
      if (++unpacked == MOST_PACKED) {
        empty();
      }
    }

    private void empty() {
      for (int i = 0; i < BITS; i++) {
        totals[i] += (int) (packed[i % 8] >>> (i / 8 * 8)) & 0xFF;
      }
      Arrays.fill(packed, 0);
      unpacked = 0;
    }

    long majority() {
      empty();
      long result = 0;
      for (int i = 0; i < BITS; i++) {
        if (totals[i] * 2L > hashes) {
          result |= 1L << i;
        }
      }
      return result;
    }
  }
}
