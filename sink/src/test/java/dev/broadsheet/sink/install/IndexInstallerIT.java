package dev.broadsheet.sink.install;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.Refresh;
import co.elastic.clients.elasticsearch._types.mapping.DynamicMapping;
import co.elastic.clients.elasticsearch._types.mapping.TypeMapping;
import dev.broadsheet.sink.rig.Documents;
import dev.broadsheet.sink.rig.Servers;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

@Tag("stack")
@Timeout(60)
class IndexInstallerIT {
  private ElasticConnection elastic;
  private ElasticsearchClient client;
  private IndexNames names;
  private IndexInstaller installer;

  @BeforeEach
  void open(TestInfo test) {
    String name = test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT);
    elastic = ElasticConnection.to(Servers.stack().elasticsearchUrl(), Duration.ofSeconds(20));
    client = elastic.client();
    names = new IndexNames(name);
    installer = new IndexInstaller(client, names);
  }

  @AfterEach
  void close() {
    elastic.close();
  }

  private void index(Consumer<ObjectNode> change) throws IOException {
    ObjectNode document = Documents.example();
    change.accept(document);
    client.index(
        it ->
            it.index(names.writeAlias())
                .id(document.path("id").stringValue())
                .refresh(Refresh.True)
                .document(document));
  }

  private long hits(String field, String words) throws IOException {
    return client
        .search(
            it ->
                it.index(names.searchAlias())
                    .query(query -> query.match(match -> match.field(field).query(words))),
            JsonNode.class)
        .hits()
        .hits()
        .size();
  }

  private TypeMapping mapping() throws IOException {
    return client
        .indices()
        .getMapping(it -> it.index(names.index(1)))
        .get(names.index(1))
        .mappings();
  }

  @Test
  void mayBeRunAgainAndAgain() throws IOException {
    assertThat(installer.install()).isEqualTo(names.index(1));
    index(_ -> {});
    String before = mapping().toString();

    assertThat(installer.install()).isEqualTo(names.index(1));

    assertThat(mapping()).hasToString(before);
    assertThat(hits("headline", "新港")).isEqualTo(1);
  }

  @Test
  void takesADocumentWithEveryFieldAndRefusesOthers() throws IOException {
    installer.install();
    index(_ -> {});

    assertThat(mapping().dynamic()).isEqualTo(DynamicMapping.Strict);
    assertThatThrownBy(() -> index(document -> document.put("colour", "red")))
        .isInstanceOf(ElasticsearchException.class)
        .hasMessageContaining("strict_dynamic_mapping_exception");
    assertThatThrownBy(() -> index(document -> document.withObject("issue").put("colour", "red")))
        .isInstanceOf(ElasticsearchException.class);
  }

  @Test
  void takesLongTextInEveryField() throws IOException {
    installer.install();
    String longText = "江".repeat(40_000);

    index(
        document -> {
          for (String field : new String[] {"headline", "kicker", "column", "body", "agency"}) {
            document.put(field, longText);
          }
          document.withObject("issue").put("website", longText);
          document.withArray("keywords").add(longText);
          document.withObject("entities").withArray("persons").add(longText);
        });

    assertThat(hits("body", "江江")).isEqualTo(1);
  }

  @Test
  void findsChineseWordsInTextAndNames() throws IOException {
    installer.install();
    index(document -> document.put("kicker", "ＡＢＣ公司与Java"));

    assertThat(hits("headline", "开港")).isEqualTo(1);
    assertThat(hits("body", "沿江产业")).isEqualTo(1);
    assertThat(hits("captions", "货轮")).isEqualTo(1);
    assertThat(hits("entities.organisations.text", "交通局")).isEqualTo(1);
    assertThat(hits("entities.organisations", "市交通局")).isEqualTo(1);
    assertThat(hits("kicker", "abc")).isEqualTo(1);
    assertThat(hits("body", "天气")).isZero();
  }

  @Test
  void hidesWithdrawnArticlesFromSearchOnly() throws IOException {
    installer.install();
    index(document -> document.put("withdrawn", true));

    assertThat(client.count(it -> it.index(names.searchAlias())).count()).isZero();
    assertThat(client.count(it -> it.index(names.writeAlias())).count()).isEqualTo(1);
  }

  @Test
  void addsFieldsToALiveIndex() throws IOException {
    IndexDefinition due = IndexDefinition.load();
    TypeMapping older =
        TypeMapping.of(
            it ->
                it.dynamic(DynamicMapping.Strict)
                    .properties("id", due.mapping().properties().get("id")));
    new IndexInstaller(client, names, new IndexDefinition(due.settings(), older)).install();
    assertThat(mapping().properties()).containsOnlyKeys("id");

    installer.install();

    assertThat(mapping().properties().keySet()).isEqualTo(due.mapping().properties().keySet());
    index(_ -> {});
  }

  @Test
  void saysWhatCannotBeChangedInPlace() throws IOException {
    IndexDefinition due = IndexDefinition.load();
    TypeMapping other =
        TypeMapping.of(
            it ->
                it.dynamic(DynamicMapping.Strict)
                    .properties("headline", field -> field.keyword(keyword -> keyword)));
    new IndexInstaller(client, names, new IndexDefinition(due.settings(), other)).install();

    assertThatThrownBy(installer::install)
        .isInstanceOf(IndexMismatch.class)
        .hasMessageContainingAll("headline", names.index(1), "reindex");
  }

  @Test
  void saysThatAnAnalyzerCannotBeChangedInPlace() throws IOException {
    client
        .indices()
        .create(
            it ->
                it.index(names.index(1))
                    .settings(
                        s ->
                            s.analysis(
                                a ->
                                    a.analyzer(
                                        "chinese",
                                        z ->
                                            z.custom(
                                                c ->
                                                    c.tokenizer("standard")
                                                        .filter("lowercase"))))));

    assertThatThrownBy(installer::install)
        .isInstanceOf(IndexMismatch.class)
        .hasMessageContainingAll("analysis", "reindex");
  }

  @Test
  void leavesAliasesWhereTheyWereMoved() throws IOException {
    installer.install();
    client.indices().create(it -> it.index(names.index(2)));
    client
        .indices()
        .updateAliases(
            it ->
                it.actions(
                        action ->
                            action.remove(r -> r.index(names.index(1)).alias(names.writeAlias())))
                    .actions(
                        action ->
                            action.add(
                                a ->
                                    a.index(names.index(2))
                                        .alias(names.writeAlias())
                                        .isWriteIndex(true))));

    assertThat(installer.install()).isEqualTo(names.index(2));

    Map<String, ?> searched =
        client.indices().getAlias(it -> it.name(names.searchAlias())).aliases();
    assertThat(searched).containsOnlyKeys(names.index(1));
  }

  @Test
  void takesUpAnIndexThatLostItsAlias() throws IOException {
    installer.install();
    index(_ -> {});
    client
        .indices()
        .updateAliases(
            it ->
                it.actions(
                    action ->
                        action.remove(r -> r.index(names.index(1)).alias(names.writeAlias()))));

    assertThat(installer.install()).isEqualTo(names.index(1));

    assertThat(client.count(it -> it.index(names.writeAlias())).count()).isEqualTo(1);
  }

  @Test
  void refusesAnIndexInThePlaceOfAnAlias() throws IOException {
    client.indices().create(it -> it.index(names.writeAlias()));

    assertThatThrownBy(installer::install)
        .isInstanceOf(IndexMismatch.class)
        .hasMessageContaining(names.writeAlias());
  }
}
