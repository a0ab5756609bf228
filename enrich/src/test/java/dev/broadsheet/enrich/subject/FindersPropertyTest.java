package dev.broadsheet.enrich.subject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contract.Article.Entities;
import dev.broadsheet.contract.Article.TopicLabel;
import dev.broadsheet.enrich.lexicon.Reading;
import dev.broadsheet.enrich.name.NameFinder;
import dev.broadsheet.enrich.name.NameLists;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class FindersPropertyTest {
  private static final TopicTerms TERMS = TopicTerms.load();
  private static final NameLists LISTS = NameLists.load(TERMS.words());
  private static final NameFinder NAMES = NameFinder.of(LISTS);
  private static final TopicClassifier TOPICS = TopicClassifier.of(TERMS);

  private static final Duration BOUND = Duration.ofSeconds(12);

  /// What one reading gives.
  private record Found(List<TopicLabel> topics, Entities names, List<String> keywords) {
    static Found in(String headline, String body) {
      Reading reading =
          Reading.of(LISTS.segmenter(), List.of(headline), null, List.of(body.split("\n", -1)));
      Entities names = NAMES.find(reading, Set.of());
      List<TopicLabel> topics = TOPICS.classify(reading);
      return new Found(topics, names, KeywordPicker.pick(reading, names, topics));
    }
  }

  @Property
  void neverThrowsOnAnyText(@ForAll @StringLength(max = 400) String text) {
    Found found = Found.in(text, text);

    assertThat(found.topics()).hasSizeLessThanOrEqualTo(3);
  }

  @Property
  void givesTheSameForTheSameAndNothingThatIsNotThere(@ForAll("newspaperText") String text) {
    Found once = Found.in("", text);

    assertThat(Found.in("", text)).isEqualTo(once);
    String squeezed = text.replaceAll("\\s", "");
    assertThat(
            Stream.of(once.names().persons(), once.names().places(), once.names().organisations())
                .flatMap(List::stream))
        .allSatisfy(name -> assertThat(squeezed).contains(name))
        .allSatisfy(name -> assertThat(name).doesNotContainAnyWhitespaces().isNotEmpty());
    assertThat(once.keywords()).hasSizeLessThanOrEqualTo(8).doesNotHaveDuplicates();
    assertThat(once.topics())
        .allSatisfy(t -> assertThat(t.score()).isBetween(0.0, 1.0))
        .allSatisfy(t -> assertThat(MediaTopic.ofCode(t.code())).isPresent());
  }

  @Provide
  Arbitrary<String> newspaperText() {
    return Arbitraries.of(
            "市长", "书记", "王", "李建华", "欧阳", "说", "指出", "、", "，", "。", "（", "）", "·", " ", "\n", "县",
            "镇", "有限公司", "大学", "湖北", "湖", "第一", "医院", "到", "和", "的", "12", "A", "公园", "市委", "高质量",
            "发展", "贝克", "汉姆", "记者", "报道", "讯", "𠮷", "路")
        .list()
        .ofMaxSize(60)
        .map(parts -> String.join("", parts));
  }

  /// A finder that is quadratic in 600,000 characters takes minutes; a linear one takes half a
  /// second and, on a machine with ten times as much to do, stays within the bound.
  @Test
  void needsTimeInProportionToTheText() {
    List<String> hostile =
        List.of("王", "镇", "市", "有限公司", "（", "、李", "阿·", "市长", "湖北", "第", "村镇县", "教育");

    for (String piece : hostile) {
      String text = piece.repeat(600_000 / piece.length());
      assertThat(time(text)).as(piece).isLessThan(BOUND);
    }
  }

  private static Duration time(String text) {
    long start = System.nanoTime();
    Found.in("", text);
    return Duration.ofNanos(System.nanoTime() - start);
  }
}
