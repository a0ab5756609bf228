package dev.broadsheet.enrich.subject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contract.Article.TopicLabel;
import dev.broadsheet.enrich.lexicon.Reading;
import dev.broadsheet.enrich.name.NameLists;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// Labels the articles of `topics/desks.tsv` about as an indexer does. The bars stand a little
/// under what is measured; an edit of the term files that falls below one has cost more than it
/// gave.
class TopicDesksTest {
  private static final TopicTerms TERMS = TopicTerms.load();
  private static final NameLists LISTS = NameLists.load(TERMS.words());
  private static final TopicClassifier TOPICS = TopicClassifier.of(TERMS);
  private static final List<Article> ARTICLES = Article.all();

  /// A line of the file.
  private record Article(String half, List<String> due, String headline, List<String> body) {
    static List<Article> all() {
      try (var in = TopicDesksTest.class.getResourceAsStream("/topics/desks.tsv")) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .filter(l -> !l.startsWith("#"))
            .map(l -> l.split("\t", -1))
            .map(c -> new Article(c[0], codes(c[1]), c[2], List.of(c[3].split("¶", -1))))
            .toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static List<String> codes(String cell) {
      return Stream.of(cell.split(","))
          .filter(n -> !n.isEmpty())
          .map("medtop:%s000000"::formatted)
          .toList();
    }

    List<String> said() {
      Reading reading = Reading.of(LISTS.segmenter(), List.of(headline), null, body);
      return TOPICS.classify(reading).stream().map(TopicLabel::code).toList();
    }
  }

  /// How well a half is labelled.
  private record Measured(double f1, double first) {
    static Measured of(List<Article> articles) {
      int hits = 0;
      int said = 0;
      int due = 0;
      int first = 0;
      int labelled = 0;
      for (Article article : articles) {
        List<String> codes = article.said();
        hits += (int) codes.stream().filter(article.due()::contains).count();
        said += codes.size();
        due += article.due().size();
        if (!article.due().isEmpty()) {
          labelled++;
          first += !codes.isEmpty() && codes.getFirst().equals(article.due().getFirst()) ? 1 : 0;
        }
      }
      return new Measured(2.0 * hits / (said + due), (double) first / labelled);
    }
  }

  @ParameterizedTest
  @CsvSource({"dev, 0.85, 0.87", "hold, 0.84, 0.83"})
  void labelsTheArticlesOfADesk(String half, double leastF1, double leastFirst) {
    Measured measured = Measured.of(half(half));

    assertThat(measured.f1()).as("%s", measured).isGreaterThanOrEqualTo(leastF1);
    assertThat(measured.first()).as("%s", measured).isGreaterThanOrEqualTo(leastFirst);
  }

  @ParameterizedTest
  @EnumSource(MediaTopic.class)
  void hasArticlesOfEachTopicInBothHalves(MediaTopic topic) {
    assertThat(half("dev")).anyMatch(a -> a.due().contains(topic.code()));
    assertThat(half("hold")).anyMatch(a -> a.due().contains(topic.code()));
  }

  @Test
  void halvesShareNoArticle() {
    Set<String> headlines = new HashSet<>();
    assertThat(ARTICLES).allMatch(a -> headlines.add(a.headline()));
    assertThat(half("dev")).hasSizeGreaterThan(100);
    assertThat(half("hold")).hasSizeGreaterThan(100);
  }

  private static List<Article> half(String half) {
    return ARTICLES.stream().filter(a -> a.half().equals(half)).toList();
  }
}
