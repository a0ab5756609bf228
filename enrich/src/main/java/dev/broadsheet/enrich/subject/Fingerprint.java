package dev.broadsheet.enrich.subject;

import java.text.Normalizer;
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
    char[] letters = text.toCharArray();
    votes.addAll(
        isPlain(letters)
            ? letters
            : Normalizer.normalize(text, Normalizer.Form.NFKC).toCharArray());
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
  private static boolean isPlain(char[] text) {
    for (char letter : text) {
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

  /// Counts, for each of 64 bits, in how many hashes it is set. Hashes are gathered and counted in
  /// blocks, bit by bit over the whole block: eight counters share a long, and a block is short
  /// enough that none of them overflows.
  private static final class Votes {
    private static final int BLOCK = 255;
    private static final long LOWEST_BITS = 0x0101_0101_0101_0101L;

    private final long[] block = new long[BLOCK];
    private final int[] totals = new int[BITS];
    private int waiting;
    private int hashes;

    /// Adds each gram of the letters of a text; each letter by itself where they make none.
    void addAll(char[] text) {
      int first = 0;
      int second = 0;
      int third = 0;
      int letters = 0;
      for (int i = 0; i < text.length; i++) {
        int letter = text[i];
        if (!isHan(letter)) {
          letter = Character.codePointAt(text, i);
          i += Character.charCount(letter) - 1;
          if (!Character.isLetterOrDigit(letter)) {
            continue;
          }
          letter = Character.toLowerCase(letter);
        }
        if (++letters >= GRAM) {
          add(((first * STEP + second) * STEP + third) * STEP + letter);
        }
        first = second;
        second = third;
        third = letter;
      }
      if (letters < GRAM) {
        addAlone(first, letters > 2);
        addAlone(second, letters > 1);
        addAlone(third, letters > 0);
      }
    }

    private void addAlone(int letter, boolean present) {
      if (present) {
        add(letter);
      }
    }

    private void add(long value) {
      block[waiting++] = mix(value);
      if (waiting == BLOCK) {
        count();
      }
    }

    private void count() {
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        long packed = 0;
        for (int i = 0; i < waiting; i++) {
          packed += block[i] >>> bit & LOWEST_BITS;
        }
        for (int at = bit; at < BITS; at += Byte.SIZE) {
          totals[at] += (int) (packed >>> at - bit) & 0xFF;
        }
      }
      hashes += waiting;
      waiting = 0;
    }

    long majority() {
      count();
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
