package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.page.Glyphs;
import java.util.List;

/// How rare each pair of Han characters is among the paragraphs of a page: rare pairs are names and
/// subjects, and tell what belongs together.
final class Vocabulary {
  private static final int BITS = 16;
  private static final int MASK = (1 << BITS) - 1;
  private static final int REACH = 1600;

  private final int mask;
  private final short[] frequency;
  private final int[] stamps;

  /// Weight of a pair by the number of paragraphs that have it.
  private final double[] weights;

  private int stamp;

  Vocabulary(List<Stretch> stretches) {
    int length = stretches.stream().mapToInt(Stretch::length).sum();
    mask = slots(length) - 1;
    frequency = new short[mask + 1];
    stamps = new int[mask + 1];
    int count = 0;
    for (Stretch stretch : stretches) {
      for (Paragraph paragraph : stretch.paragraphs()) {
        count++;
        String text = paragraph.text();
        for (int i = 1; i < text.length(); i++) {
          if (isPair(text, i)) {
            int slot = slot(text, i) & mask;
            if (stamps[slot] != count) {
              stamps[slot] = count;
              frequency[slot] = (short) Math.min(Short.MAX_VALUE, frequency[slot] + 1);
            }
          }
        }
      }
    }
    weights = weights(Math.max(1, count));
    stamp = count;
  }

  private static double[] weights(int paragraphs) {
    double[] weights = new double[Math.min(Short.MAX_VALUE, paragraphs) + 1];
    for (int f = 1; f < weights.length; f++) {
      weights[f] = Math.log((paragraphs + 1.0) / f);
    }
    return weights;
  }

  /// Many slots a character, as far as that goes, lest pairs fall together: a short text needs no
  /// large table.
  private static int slots(int length) {
    return Integer.highestOneBit(Math.clamp(length * 64L, 1 << 8, 1 << BITS));
  }

  static boolean isPair(CharSequence text, int i) {
    return Glyphs.isHan(text.charAt(i)) && Glyphs.isHan(text.charAt(i - 1));
  }

  static int slot(CharSequence text, int i) {
    int hash = (text.charAt(i - 1) * 0x9E3779B1) ^ (text.charAt(i) * 0x85EBCA6B);
    return (hash ^ (hash >>> 15)) & MASK;
  }

  /// Number of slots that pairs fall into.
  int slots() {
    return mask + 1;
  }

  /// Slot of a pair on this page.
  int slotOf(CharSequence text, int i) {
    return slot(text, i) & mask;
  }

  /// Weight of a pair: 0 for one that is in every paragraph.
  double weight(int slot) {
    return weights[frequency[slot]];
  }

  /// Share of the subject words of `b` that `a` has too, 0 to 1. Words of `b` alone weigh most, so
  /// two parts of one article reach about 0.3 and two articles about 0.1.
  double cohesion(List<Paragraph> a, List<Paragraph> b) {
    stamp += 2;
    mark(a);
    double shared = 0;
    double all = 0;
    int reach = REACH;
    for (Paragraph paragraph : b) {
      if (reach <= 0) {
        break;
      }
      String text = paragraph.text();
      for (int i = 1; i < text.length() && reach > 0; i++, reach--) {
        if (isPair(text, i) && stamps[slot(text, i) & mask] != stamp + 1) {
          int slot = slot(text, i) & mask;
          shared += stamps[slot] == stamp ? weight(slot) : 0;
          all += weight(slot);
          stamps[slot] = stamp + 1;
        }
      }
    }
    return all == 0 ? 0 : shared / all;
  }

  /// Weight of the pairs of a short text that another text has too, counted once each.
  double shared(String text, String other) {
    double shared = 0;
    for (int i = 1; i < text.length(); i++) {
      if (isPair(text, i) && other.contains(text.substring(i - 1, i + 1))) {
        shared += weight(slot(text, i) & mask);
      }
    }
    return shared;
  }

  /// Stamps the pairs of the last paragraphs.
  private void mark(List<Paragraph> paragraphs) {
    int reach = REACH;
    for (int k = paragraphs.size() - 1; k >= 0 && reach > 0; k--) {
      String text = paragraphs.get(k).text();
      for (int i = 1; i < text.length() && reach > 0; i++, reach--) {
        if (isPair(text, i)) {
          stamps[slot(text, i) & mask] = stamp;
        }
      }
    }
  }
}
