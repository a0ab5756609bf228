package dev.broadsheet.enrich.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.contract.Article.TopicLabel;
import dev.broadsheet.enrich.lexicon.Reading;
import dev.broadsheet.enrich.lexicon.Segmenter;
import dev.broadsheet.enrich.lexicon.TermFile;
import dev.broadsheet.enrich.name.NameLists;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TopicClassifierTest {
  private static final TopicTerms TERMS = TopicTerms.load();
  private static final NameLists LISTS = NameLists.load(TERMS.words());
  private static final TopicClassifier TOPICS = TopicClassifier.of(TERMS);

  /// A line of `topics/snippets.tsv`.
  private record Snippet(List<String> due, String headline, String body) {
    static List<Snippet> all() {
      try (var in = TopicClassifierTest.class.getResourceAsStream("/topics/snippets.tsv")) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .filter(l -> !l.startsWith("#"))
            .map(l -> l.split("\t", -1))
            .map(c -> new Snippet(codes(c[0]), c[1], c[2]))
            .toList();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private static List<String> codes(String cell) {
      return Stream.of(cell.split(",")).map(n -> "medtop:" + n + "000000").toList();
    }

    List<String> said() {
      return read(TOPICS, headline, body).stream().map(TopicLabel::code).toList();
    }
  }

  private static List<TopicLabel> read(TopicClassifier topics, String headline, String body) {
    return topics.classify(reading(headline, body));
  }

  private static Reading reading(String headline, String body) {
    return Reading.of(LISTS.segmenter(), List.of(headline), null, List.of(body));
  }

  @Test
  void labelsTheSnippets() {
    int hits = 0;
    int said = 0;
    int due = 0;
    int first = 0;
    List<String> wrong = new ArrayList<>();
    List<Snippet> snippets = Snippet.all();
    for (Snippet snippet : snippets) {
      List<String> codes = snippet.said();
      hits += (int) codes.stream().filter(snippet.due()::contains).count();
      said += codes.size();
      due += snippet.due().size();
      boolean right = !codes.isEmpty() && snippet.due().contains(codes.getFirst());
      first += right ? 1 : 0;
      if (!right) {
        wrong.add(snippet.headline() + " " + codes);
      }
    }

    assertThat((double) first / snippets.size()).as(wrong.toString()).isGreaterThanOrEqualTo(0.95);
    assertThat(2.0 * hits / (said + due)).isGreaterThanOrEqualTo(0.9);
  }

  @ParameterizedTest
  @EnumSource(MediaTopic.class)
  void hasFiveSnippetsOrMoreOfEachTopic(MediaTopic topic) {
    assertThat(Snippet.all()).filteredOn(s -> s.due().contains(topic.code())).hasSizeGreaterThan(4);
  }

  @Test
  void putsPoliticsFirstWhenALeaderWorksAndTheSubjectSecond() {
    List<TopicLabel> labels =
        read(
            TOPICS,
            "章远山到高新区调研",
            "昨日，市委书记章远山到高新区调研工业经济运行，先后走进三家企业的生产车间，了解产值、订单和销售情况，强调要抓好招商引资和重点项目建设。");

    assertThat(labels)
        .extracting(TopicLabel::code)
        .containsExactly(MediaTopic.POLITICS.code(), MediaTopic.ECONOMY.code());
  }

  @Test
  void isNotMadePoliticalByFormulas() {
    List<TopicLabel> labels =
        read(TOPICS, "山村小学的新操场", "深入学习贯彻党的二十大精神，县里投入资金改善办学条件。开学第一天，小学的新操场和新教学楼投入使用，学生在老师带领下上体育课。");

    assertThat(labels.getFirst().code()).isEqualTo(MediaTopic.EDUCATION.code());
  }

  @Test
  void saysNothingWhereNothingIsCertain() {
    assertThat(read(TOPICS, "午后", "他坐了很久，然后站起来，走了。")).isEmpty();
    assertThat(read(TOPICS, "", "")).isEmpty();
  }

  @Test
  void givesScoreAndEvidence() {
    TopicLabel label = read(TOPICS, "医院开展义诊", "医生为患者看病，护士送药上门。").getFirst();

    assertThat(label.label()).isEqualTo("卫生");
    assertThat(label.score()).isBetween(0.5, 1.0);
    assertThat(label.evidence()).contains("医院", "义诊");
  }

  @Test
  void explainsWhichTermStoodWhere() {
    TopicEvidence evidence = TOPICS.explain(reading("医院开展义诊", "医院里，医生忙个不停。"));

    TopicEvidence.Hit hit =
        evidence.topics().getFirst().hits().stream()
            .filter(h -> h.term().equals("医院"))
            .findFirst()
            .orElseThrow();
    assertThat(hit.count()).isEqualTo(2);
    assertThat(hit.where()).containsExactly("headline", "lead");
    assertThat(evidence.leadership()).isFalse();
  }

  @Test
  void takesTermsFromAUsersFile(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("mine.terms"),
            "# ours\ntopic medtop:15000000\n5 板羽球\ntopic medtop:07000000\n0 义诊\n");
    TopicTerms terms = TERMS.with(file);
    Segmenter segmenter = NameLists.load(terms.words()).segmenter();
    Reading reading = Reading.of(segmenter, List.of("板羽球来了"), null, List.of("大家打起了板羽球。"));

    assertThat(read(TOPICS, "板羽球来了", "大家打起了板羽球。")).isEmpty();
    assertThat(TopicClassifier.of(terms).classify(reading))
        .extracting(TopicLabel::code)
        .containsExactly(MediaTopic.SPORT.code());
    assertThat(terms.termsOf(MediaTopic.HEALTH)).doesNotContain("义诊");
  }

  @Test
  void refusesAReadingThatWasNotMadeForItsTerms() {
    TopicClassifier others = TopicClassifier.of(TopicTerms.load());
    Reading reading = reading("学校开学", "孩子们回到了课堂。");

    assertThatThrownBy(() -> others.classify(reading)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesAnUnknownTopic(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("mine.terms"), "topic medtop:99000000\n5 某\n");

    assertThatThrownBy(() -> TopicTerms.load().with(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("medtop:99000000");
  }

  @ParameterizedTest
  @EnumSource(MediaTopic.class)
  void termFilesHoldEachTermOnceWithASoundWeight(MediaTopic topic) {
    List<TermFile.Entry> entries = TermFile.resource(TopicTerms.resourceOf(topic)).entries();

    assertThat(entries).hasSizeGreaterThan(60);
    assertThat(entries)
        .allSatisfy(
            e -> {
              assertThat(e.heading()).isEqualTo("topic");
              assertThat(e.name()).isEqualTo(topic.code());
              assertThat(e.weight()).isBetween(0.5, 5.0);
            });
    assertThat(entries.stream().collect(Collectors.groupingBy(TermFile.Entry::term)).entrySet())
        .filteredOn(e -> e.getValue().size() > 1)
        .extracting(Map.Entry::getKey)
        .isEmpty();
  }

  @Test
  void hasABroadVocabulary() {
    assertThat(TopicTerms.load().size()).isGreaterThan(3000);
  }
}
