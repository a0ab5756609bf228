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

    long node = nodes.first(codes[0]);
    for (int end = 1; end <= text.length(); end++) {
      String walked = text.substring(0, end).toLowerCase(Locale.ROOT);
      assertThat(node != DoubleArray.NONE)
          .isEqualTo(words.stream().anyMatch(word -> word.startsWith(walked)));
      assertThat(DoubleArray.value(node)).isEqualTo(words.contains(walked) ? end : 0);
      node = node == DoubleArray.NONE ? node : nodes.next(node, codes[end]);
    }
    assertThat(node).isEqualTo(DoubleArray.NONE);
  }
}
