package dev.broadsheet.enrich.lexicon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/// Cuts text into the words that are likeliest together, each counted by itself (a unigram
/// model).
///
/// Names need to know where words begin and end, not how a sentence is built, which is why
/// there is no model of word pairs. Immutable, safe to share.
public final class Segmenter {
  /// Longest passage; longer text is cut behind a full stop where one is near.
  private static final int LONGEST = 4096;

  /// Cost of a listed word that the dictionary lacks: that of a word of middling frequency.
  private static final float LISTED_COST = 9f;

  private final WordDictionary dictionary;
  private final Lexicon listed;
  private final WordClass[] listedClasses;

  /// Makes a segmenter.
  ///
  /// @param listed words beyond the dictionary's, and what they are
  public Segmenter(WordDictionary dictionary, Map<String, WordClass> listed) {
    this.dictionary = dictionary;
    List<String> words = List.copyOf(listed.keySet());
    this.listed = Lexicon.of(words);
    this.listedClasses = new WordClass[words.size()];
    for (int i = 0; i < listedClasses.length; i++) {
      listedClasses[i] = listed.getOrDefault(words.get(i), WordClass.NOUN);
    }
  }

  /// Cuts a text into passages of at most 4096 characters and these into words.
  public List<Passage> read(CharSequence text) {
    List<Passage> passages = new ArrayList<>();
    int from = 0;
    while (from < text.length()) {
      int to = cut(text, from);
      PlainText plain = PlainText.of(text, from, to);
      if (plain.length() > 0) {
        passages.add(segment(plain));
      }
      from = to;
    }
    return passages;
  }

  private static int cut(CharSequence text, int from) {
    int to = Math.min(text.length(), from + LONGEST);
    if (to == text.length()) {
      return to;
    }
    for (int i = to; i > from + LONGEST / 2; i--) {
      char letter = text.charAt(i - 1);
      if (letter == '。' || letter == '\n' || letter == '；' || letter == '，') {
        return i;
      }
    }
    return Character.isHighSurrogate(text.charAt(to - 1)) ? to - 1 : to;
  }

  Passage segment(PlainText text) {
    Lattice lattice = new Lattice(text);
    lattice.walk();
    return lattice.passage();
  }

  /// The best way to each position. For one text and one thread.
  private final class Lattice {
    private final PlainText text;
    private final char[] letters;
    private final float[] best;
    private final int[] from;
    private final int[] word;
    private final int length;

    Lattice(PlainText text) {
      this.text = text;
      letters = text.letters();
      length = letters.length;
      best = new float[length + 1];
      from = new int[length + 1];
      word = new int[length + 1];
      Arrays.fill(best, Float.MAX_VALUE);
      best[0] = 0;
    }

    void walk() {
      for (int i = 0; i < length; i++) {
        if (best[i] == Float.MAX_VALUE) {
          continue;
        }
        char letter = letters[i];
        if (letter < 0x2E80 || isMark(letter)) {
          int end = runEnd(i);
          relax(i, end, 1f, isWordy(letter) ? Kind.ASCII : Kind.MARK);
        } else {
          relax(i, i + 1, dictionary.costOf(-1), -1);
          walkDictionary(i);
          walkListed(i);
        }
      }
    }

    private int runEnd(int start) {
      int end = start + 1;
      if (isWordy(letters[start])) {
        while (end < length && isWordy(letters[end])) {
          end++;
        }
      }
      return end;
    }

    private void walkDictionary(int start) {
      int node = dictionary.root();
      for (int i = start; i < length; i++) {
        node = dictionary.next(node, letters[i]);
        if (node < 0) {
          return;
        }
        int id = dictionary.wordAt(node);
        if (id >= 0) {
          relax(start, i + 1, dictionary.costOf(id), id);
        }
      }
    }

    private void walkListed(int start) {
      if (!listed.mayBegin(letters, start, length)) {
        return;
      }
      int node = Lexicon.ROOT;
      for (int i = start; i < length; i++) {
        node = listed.next(node, letters[i]);
        if (node == Lexicon.NONE) {
          return;
        }
        int id = listed.wordAt(node);
        if (id != Lexicon.NONE) {
          relax(start, i + 1, LISTED_COST, Kind.LISTED - id);
        }
      }
    }

    private void relax(int start, int end, float cost, int id) {
      float sum = best[start] + cost;
      if (sum < best[end]) {
        best[end] = sum;
        from[end] = start;
        word[end] = id;
      }
    }

    Passage passage() {
      Passage passage = new Passage(text);
      for (int end = length; end > 0; end = from[end]) {
        int id = word[end];
        passage.add(from[end], end, classOf(id), costOf(id));
      }
      return passage;
    }

    private WordClass classOf(int id) {
      return switch (id) {
        case Kind.ASCII -> WordClass.ASCII;
        case Kind.MARK -> WordClass.PUNCTUATION;
        default -> id <= Kind.LISTED ? listedClasses[Kind.LISTED - id] : dictionary.classOf(id);
      };
    }

    private float costOf(int id) {
      return id <= Kind.LISTED ? LISTED_COST : dictionary.costOf(Math.max(-1, id));
    }
  }

  /// Word numbers below those of the dictionary.
  private static final class Kind {
    static final int ASCII = -2;
    static final int MARK = -3;
    static final int LISTED = -4;
  }

  private static boolean isWordy(char letter) {
    return letter < 0x2E80 && (Character.isLetterOrDigit(letter) || letter == '.' || letter == '%');
  }

  private static boolean isMark(char letter) {
    return (letter > 0x2FFF && letter < 0x3040 && letter != '〇' && letter != '々')
        || (letter >= 0xFF00 && letter <= 0xFFEF)
        || (letter >= 0xFE10 && letter <= 0xFE4F);
  }
}
