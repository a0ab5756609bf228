package dev.broadsheet.enrich;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contract.Article;
import dev.broadsheet.contract.Digests;
import dev.broadsheet.contract.HeaderNames;
import dev.broadsheet.contract.Limits;
import dev.broadsheet.contract.Topics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TestOutputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnrichTopologyTest {
  private static final Topics TOPICS = new Topics("broadsheet");

  @TempDir private Path folder;
  private final EnrichCounters counters = new EnrichCounters();
  private TopologyTestDriver driver;
  private TestInputTopic<byte[], byte[]> issues;
  private TestOutputTopic<byte[], byte[]> articles;
  private TestOutputTopic<byte[], byte[]> deadLetters;

  @BeforeEach
  void open() {
    var config = new Properties();
    config.put(StreamsConfig.APPLICATION_ID_CONFIG, "test");
    config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:1");
    config.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
    driver = new TopologyTestDriver(EnrichTopology.build(Issues.LINES, TOPICS, counters), config);
    issues =
        driver.createInputTopic(
            TOPICS.issues(), new ByteArraySerializer(), new ByteArraySerializer());
    articles =
        driver.createOutputTopic(
            TOPICS.articles(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
    deadLetters =
        driver.createOutputTopic(
            TOPICS.issuesDeadLetters(), new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  @AfterEach
  void close() {
    driver.close();
  }

  @Test
  void isTheTopologyThatOperatorsKnow() throws IOException {
    String golden;
    try (var in = EnrichTopologyTest.class.getResourceAsStream("/topology.txt")) {
      golden = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    String text = EnrichTopology.build(Issues.LINES, TOPICS, counters).describe().toString();

    assertThat(text.strip()).isEqualTo(golden.strip());
    assertThat(text).doesNotContain("repartition");
  }

  @Test
  void forwardsEveryArticleOfAnIssue() {
    pipe(Issues.record("a/1", 1, "一\n二\n三"));

    var out = articles.readRecordsToList();

    assertThat(out).extracting(r -> text(r.key())).containsExactly("a/1#1", "a/1#2", "a/1#3");
    assertThat(header(out.getFirst().headers(), HeaderNames.REVISION)).isEqualTo("1");
    assertThat(header(out.getFirst().headers(), HeaderNames.ISSUE)).isEqualTo("a/1");
    assertThat(header(out.getFirst().headers(), HeaderNames.SHA256))
        .isEqualTo(Digests.sha256(out.getFirst().value()));
    assertThat(Issues.read(out.get(1).value()).text().headline()).isEqualTo("二");
  }

  @Test
  void withdrawsWhatANewRevisionNoLongerHas() {
    pipe(Issues.record("a/1", 1, "一\n二\n三"));
    articles.readRecordsToList();

    pipe(Issues.record("a/1", 2, "一"));

    List<Article> out = documents();
    assertThat(out).extracting(Article::id).containsExactly("a/1#1", "a/1#2", "a/1#3");
    assertThat(out).extracting(a -> a.version().withdrawn()).containsExactly(false, true, true);
    assertThat(out).allMatch(a -> a.version().revision() == 2);
  }

  @Test
  void withdrawalHidesAllArticles() {
    pipe(Issues.record("a/1", 1, "一\n二"));
    articles.readRecordsToList();

    pipe(Issues.withdrawal("a/1", 2));

    List<Article> out = documents();
    assertThat(out).hasSize(2).allMatch(a -> a.version().withdrawn());
  }

  @Test
  void newerRevisionWinsWhenOlderComesLate() {
    pipe(Issues.record("a/1", 3, "三"));
    pipe(Issues.record("a/1", 1, "一"));
    pipe(Issues.record("a/1", 2, "二"));

    assertThat(documents()).extracting(a -> a.text().headline()).containsExactly("三");
    assertThat(counters.totals().stale()).isEqualTo(2);
    assertThat(deadLetters.isEmpty()).isTrue();
  }

  @Test
  void lateIssueDoesNotUndoAWithdrawalThatCameFirst() {
    pipe(Issues.withdrawal("a/1", 2));
    pipe(Issues.record("a/1", 1, "一"));

    assertThat(articles.isEmpty()).isTrue();
    assertThat(counters.totals().stale()).isEqualTo(1);
  }

  @Test
  void sameRevisionAgainChangesNothing() {
    pipe(Issues.record("a/1", 1, "一"));
    articles.readRecordsToList();

    pipe(Issues.record("a/1", 1, "一"));

    assertThat(articles.isEmpty()).isTrue();
    assertThat(counters.totals().repeated()).isEqualTo(1);
  }

  @Test
  void sameRevisionWithOtherContentIsADeadLetter() {
    pipe(Issues.record("a/1", 1, "一"));
    articles.readRecordsToList();

    pipe(Issues.record("a/1", 1, "二"));

    assertThat(articles.isEmpty()).isTrue();
    assertReason("conflicting-revision");
  }

  @Test
  void failureInOneArticleHoldsBackTheWholeIssue() {
    pipe(Issues.record("a/1", 1, "一\n二\n三\nbug\n五"));

    assertThat(articles.isEmpty()).isTrue();
    assertReason("failed");
  }

  @Test
  void failedRevisionLeavesNoTraceInTheState() {
    pipe(Issues.record("a/1", 1, "一"));
    pipe(Issues.record("a/1", 2, "bug"));
    articles.readRecordsToList();
    deadLetters.readRecord();

    pipe(Issues.record("a/1", 2, "二"));

    assertThat(documents()).extracting(a -> a.text().headline()).containsExactly("二");
    assertThat(deadLetters.isEmpty()).isTrue();
  }

  @Test
  void articleAboveTheLimitHoldsBackTheWholeIssue() {
    pipe(Issues.record("a/1", 1, "一\n" + "长".repeat(Limits.MAX_ARTICLE_BYTES / 6 + 1)));

    assertThat(articles.isEmpty()).isTrue();
    assertReason("too-large-article");
  }

  @Test
  void nullKeyIsADeadLetterAndTheNextIssueGoesOn() {
    var broken = Issues.record("a/1", 1, "一");
    issues.pipeInput(new TestRecord<>(null, broken.value(), broken.headers(), Instant.EPOCH));
    pipe(Issues.record("a/2", 1, "二"));

    assertReason("key");
    assertThat(documents()).extracting(Article::id).containsExactly("a/2#1");
  }

  @Test
  void everyRecordIsCountedOnce() {
    pipe(Issues.record("a/1", 2, "一"));
    pipe(Issues.record("a/1", 2, "一"));
    pipe(Issues.record("a/1", 1, "一"));
    pipe(Issues.record("a/2", 1, "reject"));

    assertThat(counters.totals()).isEqualTo(new EnrichCounters.Totals(1, 1, 1, 1, 1));
    assertThat(counters.totals().read()).isEqualTo(4);
  }

  private void pipe(ProducerRecord<byte[], byte[]> record) {
    issues.pipeInput(
        new TestRecord<>(record.key(), record.value(), record.headers(), Instant.EPOCH));
  }

  private List<Article> documents() {
    return articles.readValuesToList().stream().map(Issues::read).toList();
  }

  private void assertReason(String code) {
    var letter = deadLetters.readRecord();
    assertThat(header(letter.headers(), HeaderNames.DLQ_REASON)).isEqualTo(code);
    assertThat(deadLetters.isEmpty()).isTrue();
  }

  private static String header(Headers headers, String name) {
    return text(headers.lastHeader(name).value());
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
