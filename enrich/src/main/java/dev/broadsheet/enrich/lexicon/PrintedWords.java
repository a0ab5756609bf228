package dev.broadsheet.enrich.lexicon;

import java.util.Arrays;

/// Words of texts, numbered from 0 as they are first met and told apart by how they are printed.
/// Nothing is copied and no string made but of those that are asked for. For one thread.
public final class PrintedWords {
  /// By slot of an open-addressed table: the number of the word there, one more than it is.
  private int[] slots;

  /// By number: the first occurrence of the word and the hash of its characters.
  private PlainText[] texts;

  private int[] starts;
  private int[] ends;
  private int[] hashes;
  private int size;

  /// Without words so far.
  ///
  /// @param words as many as are expected, a power of two
  public PrintedWords(int words) {
    slots = new int[2 * words];
    texts = new PlainText[words];
    starts = new int[words];
    ends = new int[words];
    hashes = new int[words];
  }

  /// How many words there are.
  public int size() {
    return size;
  }

  /// The number of the word `text[start, end)`; the next one where it was not met before.
  public int number(PlainText text, int start, int end) {
    int hash = text.printedHash(start, end);
    int slot = slot(text, start, end, hash);
    if (slots[slot] != 0) {
      return slots[slot] - 1;
    }
    if (size == texts.length) {
      grow();
      slot = slot(text, start, end, hash);
    }
    texts[size] = text;
    starts[size] = start;
    ends[size] = end;
    hashes[size] = hash;
    slots[slot] = size + 1;
    return size++;
  }

  /// Whether there is a word that is printed as one of others.
  public boolean has(PrintedWords others, int number) {
    PlainText text = others.texts[number];
    int start = others.starts[number];
    return slots[slot(text, start, others.ends[number], others.hashes[number])] != 0;
  }

  /// The number that one of other words has here; see [#number(PlainText, int, int)].
  public int number(PrintedWords others, int number) {
    return number(others.texts[number], others.starts[number], others.ends[number]);
  }

  /// A word as it is printed, without white space.
  public String word(int number) {
    return texts[number].printed(starts[number], ends[number]);
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

  private boolean isWord(int number, PlainText text, int start, int end, int hash) {
    return hashes[number] == hash
        && texts[number].isPrintedAs(starts[number], ends[number], text, start, end);
  }

  private void grow() {
    texts = Arrays.copyOf(texts, size * 2);
    starts = Arrays.copyOf(starts, size * 2);
    ends = Arrays.copyOf(ends, size * 2);
    hashes = Arrays.copyOf(hashes, size * 2);
    slots = new int[size * 4];
    for (int word = 0; word < size; word++) {
      slots[slot(texts[word], starts[word], ends[word], hashes[word])] = word + 1;
    }
  }
}
