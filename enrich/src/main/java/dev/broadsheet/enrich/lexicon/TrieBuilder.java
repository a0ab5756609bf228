package dev.broadsheet.enrich.lexicon;

import java.util.Arrays;

/// Collects the nodes of a trie, numbered so that each comes after the one before it. For one
/// thread.
final class TrieBuilder {
  static final int ROOT = 0;

  private static final long EMPTY = -1;

  /// The edges in an open-addressed table: a node with a letter, and the node behind.
  private long[] keys;

  private int[] targets;

  /// By node: the edge that leads to it.
  private long[] ways;

  private int shift;
  private int size = 1;

  /// @param nodes as many as are expected
  TrieBuilder(int nodes) {
    int bits = Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(nodes, 16)) + 1;
    keys = filled(1 << bits);
    targets = new int[1 << bits];
    ways = new long[1 << (bits - 1)];
    shift = Long.SIZE - bits;
  }

  /// The node behind `node` on `letter`; made where there is none.
  int child(int node, char letter) {
    long key = key(node, letter);
    int at = slot(keys, key, shift);
    if (keys[at] == key) {
      return targets[at];
    }
    if (size == ways.length) {
      grow();
      at = slot(keys, key, shift);
    }
    keys[at] = key;
    targets[at] = size;
    ways[size] = key;
    return size++;
  }

  /// The node of a word; made where there is none.
  int add(String word) {
    int node = ROOT;
    for (int i = 0; i < word.length(); i++) {
      node = child(node, word.charAt(i));
    }
    return node;
  }

  /// Number of nodes, with the root.
  int size() {
    return size;
  }

  int parent(int node) {
    return (int) (ways[node] >>> Character.SIZE);
  }

  char letter(int node) {
    return (char) ways[node];
  }

  private void grow() {
    long[] old = keys;
    int[] oldTargets = targets;
    keys = filled(old.length * 2);
    targets = new int[old.length * 2];
    ways = Arrays.copyOf(ways, size * 2);
    shift--;
    for (int i = 0; i < old.length; i++) {
      if (old[i] != EMPTY) {
        int at = slot(keys, old[i], shift);
        keys[at] = old[i];
        targets[at] = oldTargets[i];
      }
    }
  }

  private static long key(int node, char letter) {
    return (long) node << Character.SIZE | letter;
  }

  private static int slot(long[] keys, long key, int shift) {
    int mask = keys.length - 1;
    int slot = (int) (key * 0x9E3779B97F4A7C15L >>> shift);
    while (keys[slot] != EMPTY && keys[slot] != key) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  private static long[] filled(int size) {
    long[] keys = new long[size];
    Arrays.fill(keys, EMPTY);
    return keys;
  }
}
