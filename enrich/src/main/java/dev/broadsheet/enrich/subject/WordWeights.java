package dev.broadsheet.enrich.subject;

import dev.broadsheet.enrich.lexicon.PlainText;
import java.util.Arrays;
import java.util.function.ObjDoubleConsumer;

/// Adds up the weights of the words of a text by how they are printed, and makes strings of those
/// alone that are heavy enough. For one article and one thread.
final class WordWeights {
  /// By slot of an open-addressed table: the number of the word there, from 1.
  private int[] slots = new int[1 << 8];

  /// By word: its first occurrence, the hash of its characters and its weight so far.
  private PlainText[] texts = new PlainText[1 << 7];

  private int[] starts = new int[1 << 7];
  private int[] ends = new int[1 << 7];
  private int[] hashes = new int[1 << 7];
  private double[] weights = new double[1 << 7];
  private int size;

  /// Adds an occurrence of the word `text[start, end)`.
  void add(PlainText text, int start, int end, double weight) {
    int hash = text.printedHash(start, end);
    int slot = slot(text, start, end, hash);
    if (slots[slot] != 0) {
      weights[slots[slot] - 1] += weight;
      return;
    }
    if (size == texts.length) {
      grow();
      slot = slot(text, start, end, hash);
    }
    texts[size] = text;
    starts[size] = start;
    ends[size] = end;
    hashes[size] = hash;
    weights[size] = weight;
    slots[slot] = ++size;
  }

  /// Gives every word that weighs at least so much, with its weight.
  void forEachFrom(double least, ObjDoubleConsumer<String> sink) {
    for (int word = 0; word < size; word++) {
      if (weights[word] >= least) {
        sink.accept(texts[word].printed(starts[word], ends[word]), weights[word]);
      }
    }
  }

  /// The slot of a word, or the one that is free for it.
  private int slot(PlainText text, int start, int end, int hash) {
    int mask = slots.length - 1;
    int slot = hash & mask;
    while (slots[slot] != 0 && !isWord(slots[slot] - 1, text, start, end, hash)) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private boolean isWord(int word, PlainText text, int start, int end, int hash) {
    return hashes[word] == hash
        && texts[word].isPrintedAs(starts[word], ends[word], text, start, end);
  }

  private void grow() {
    texts = Arrays.copyOf(texts, size * 2);
    starts = Arrays.copyOf(starts, size * 2);
    ends = Arrays.copyOf(ends, size * 2);
    hashes = Arrays.copyOf(hashes, size * 2);
    weights = Arrays.copyOf(weights, size * 2);
    slots = new int[size * 4];
    for (int word = 0; word < size; word++) {
      slots[slot(texts[word], starts[word], ends[word], hashes[word])] = word + 1;
    }
  }
}
