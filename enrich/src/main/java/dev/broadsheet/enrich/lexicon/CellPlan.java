package dev.broadsheet.enrich.lexicon;

import java.util.Arrays;
import java.util.BitSet;

/// Where the nodes of a trie go in the cells of a [DoubleArray]. For one thread, while it is made.
///
/// The letters get their codes by how many nodes they lead to, from 1, and the nodes with most
/// children are placed first, each where its children meet free cells before any others: so those
/// that most walks come through lie close together.
final class CellPlan {
  private final TrieBuilder trie;
  private final char[] codes = new char[Character.MAX_VALUE + 1];

  /// The nodes by their parents, and by node where its children begin there.
  private final int[] children;

  private final int[] firstChild;

  private final int[] bases;
  private final int[] cells;
  private final BitSet takenCells = new BitSet();
  private final BitSet takenBases = new BitSet();

  CellPlan(TrieBuilder trie) {
    this.trie = trie;
    children = new int[trie.size()];
    firstChild = new int[trie.size() + 1];
    bases = new int[trie.size()];
    cells = new int[trie.size()];
    code();
    gather();
    place(TrieBuilder.ROOT, 0);
    int from = 1;
    int last = 0;
    for (int node : byChildren()) {
      int size = Integer.highestOneBit(degree(node));
      from = size == last ? from : 1;
      last = size;
      from = place(node, free(node, from));
    }
  }

  private int degree(int node) {
    return firstChild[node + 1] - firstChild[node];
  }

  private void code() {
    int[] edges = new int[codes.length];
    for (int node = 1; node < trie.size(); node++) {
      edges[trie.letter(node)]++;
    }
    long[] order = new long[codes.length];
    for (int letter = 0; letter < codes.length; letter++) {
      order[letter] = (long) -edges[letter] << Integer.SIZE | letter;
    }
    Arrays.sort(order);
    char code = 1;
    for (int i = 0; order[i] < 0; i++) {
      codes[(int) order[i]] = code++;
    }
  }

  private void gather() {
    for (int node = 1; node < trie.size(); node++) {
      firstChild[trie.parent(node) + 1]++;
    }
    Arrays.parallelPrefix(firstChild, Integer::sum);
    int[] next = firstChild.clone();
    for (int node = 1; node < trie.size(); node++) {
      children[next[trie.parent(node)]++] = node;
    }
  }

  /// The nodes that have children but the root, those with most first.
  private int[] byChildren() {
    long[] order = new long[trie.size()];
    int size = 0;
    for (int node = 1; node < trie.size(); node++) {
      order[size] = (long) -degree(node) << Integer.SIZE | node;
      size += degree(node) > 0 ? 1 : 0;
    }
    Arrays.sort(order, 0, size);
    return Arrays.stream(order, 0, size).mapToInt(node -> (int) node).toArray();
  }

  /// The first base at which the children of a node meet free cells, none of them before `from`.
  private int free(int node, int from) {
    int head = codes[trie.letter(children[firstChild[node]])];
    int cell = takenCells.nextClearBit(Math.max(from, head + 1));
    while (takenBases.get(cell - head) || !isFree(node, cell - head)) {
      cell = takenCells.nextClearBit(cell + 1);
    }
    return cell - head;
  }

  private boolean isFree(int node, int base) {
    for (int i = firstChild[node]; i < firstChild[node + 1]; i++) {
      if (takenCells.get(base + codes[trie.letter(children[i])])) {
        return false;
      }
    }
    return true;
  }

  /// Gives the cell of its first child.
  private int place(int node, int base) {
    bases[node] = base;
    takenBases.set(base);
    for (int i = firstChild[node]; i < firstChild[node + 1]; i++) {
      cells[children[i]] = base + codes[trie.letter(children[i])];
      takenCells.set(cells[children[i]]);
    }
    return cells[children[firstChild[node]]];
  }

  /// The code of each letter; 0 for one that leads to no node.
  char[] codes() {
    return codes;
  }

  int base(int node) {
    return bases[node];
  }

  int cell(int node) {
    return cells[node];
  }

  int lastBase() {
    return takenBases.length() - 1;
  }
}
