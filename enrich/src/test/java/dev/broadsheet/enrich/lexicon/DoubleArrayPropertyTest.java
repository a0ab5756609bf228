package dev.broadsheet.enrich.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class DoubleArrayPropertyTest {
  @Provide
  Arbitrary<Set<String>> words() {
    Arbitrary<String> words =
        Arbitraries.strings().withChars("甲乙丙丁戊ab".toCharArray()).ofMinLength(1).ofMaxLength(4);
    return words.set().ofMaxSize(60);
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.strings().withChars("甲乙丙丁戊己aBc".toCharArray()).ofMinLength(1).ofMaxLength(6);
  }

  @Property(tries = 2000)
  void isWalkedAlongItsWordsAndNoOthers(
      @ForAll("words") Set<String> words, @ForAll("texts") String text) {
    TrieBuilder trie = new TrieBuilder(16);
    words.forEach(trie::add);
    int[] values = new int[trie.size()];
    words.forEach(word -> values[trie.add(word)] = word.length());
    DoubleArray nodes = new DoubleArray(trie, values);
    char[] codes = new char[text.length() + 1];
    nodes.encode(text.toCharArray(), codes);

    long[] heads = new long[text.length()];
    long[] pairs = new long[text.length()];
    nodes.begin(codes, text.length(), heads, pairs);

    for (int start = 0; start < text.length(); start++) {
      long node = heads[start];
      for (int end = start + 1; end <= text.length(); end++) {
        String walked = text.substring(start, end).toLowerCase(Locale.ROOT);
        assertThat(node != DoubleArray.NONE)
            .isEqualTo(words.stream().anyMatch(word -> word.startsWith(walked)));
        assertThat(DoubleArray.value(node)).isEqualTo(words.contains(walked) ? end - start : 0);
        node = end == start + 1 ? pairs[start] : nodes.next(node, codes[end]);
      }
      assertThat(node).isEqualTo(DoubleArray.NONE);
    }
  }
}
