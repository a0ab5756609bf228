package dev.broadsheet.bench.study;

import dev.broadsheet.contract.Article;
import dev.broadsheet.enrich.lexicon.Passage;
import dev.broadsheet.enrich.lexicon.Segmenter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Words to search for, with the articles whose body has them as words: cut out by the core's
/// segmenter, which knows nothing of the index.
///
/// @param kind group that it is counted in
/// @param words what is searched
/// @param answers ids of the articles that should be found
record Question(String kind, String words, Set<String> answers) {
  static final String ONE = "single characters";
  static final String TWO = "words of 2";
  static final String LONGER = "words of 3 and 4";
  static final String NAMES = "names";
  static final List<String> KINDS = List.of(ONE, TWO, LONGER, NAMES);

  private static final int OF_EACH = 60;
  private static final int FEWEST_ANSWERS = 3;
  private static final int LONGEST = 4;

  /// Questions of each kind, drawn evenly from all that the articles have.
  static List<Question> of(List<Article> articles, Segmenter segmenter) {
    Map<String, Set<String>> byWord = new HashMap<>();
    Map<String, Set<String>> byName = new HashMap<>();
    for (Article article : articles) {
      segmenter
          .read(article.text().body())
          .forEach(passage -> words(passage).forEach(w -> add(byWord, w, article.id())));
      article.findings().entities().persons().stream()
          .filter(article.text().body()::contains)
          .forEach(name -> add(byName, name, article.id()));
    }
    byWord.keySet().removeAll(byName.keySet());
    List<Question> all = new ArrayList<>();
    all.addAll(draw(ONE, byWord, 1, 1, FEWEST_ANSWERS));
    all.addAll(draw(TWO, byWord, 2, 2, FEWEST_ANSWERS));
    all.addAll(draw(LONGER, byWord, 3, LONGEST, FEWEST_ANSWERS));
    all.addAll(draw(NAMES, byName, 3, 3, 1));
    return all;
  }

  private static void add(Map<String, Set<String>> all, String word, String id) {
    all.computeIfAbsent(word, _ -> new HashSet<>()).add(id);
  }

  private static Set<String> words(Passage passage) {
    Set<String> words = new TreeSet<>();
    for (int at = 0; at < passage.length(); at = passage.wordEnd(at)) {
      String word = passage.text().printed(at, passage.wordEnd(at));
      if (!word.isEmpty()
          && word.length() <= LONGEST
          && word.chars().allMatch(Character::isIdeographic)) {
        words.add(word);
      }
    }
    return words;
  }

  private static List<Question> draw(
      String kind, Map<String, Set<String>> from, int shortest, int longest, int fewest) {
    List<String> fit =
        from.keySet().stream()
            .filter(w -> w.length() >= shortest && w.length() <= longest)
            .filter(w -> from.getOrDefault(w, Set.of()).size() >= fewest)
            .sorted(Comparator.naturalOrder())
            .collect(Collectors.toList());
    List<Question> drawn = new ArrayList<>();
    double step = Math.max(1, fit.size() / (double) OF_EACH);
    for (double at = 0; at < fit.size(); at += step) {
      String words = fit.get((int) at);
      drawn.add(new Question(kind, words, from.getOrDefault(words, Set.of())));
    }
    return drawn;
  }
}
