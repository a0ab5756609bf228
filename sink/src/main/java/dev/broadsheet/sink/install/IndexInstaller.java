package dev.broadsheet.sink.install;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch.indices.IndexState;
import co.elastic.clients.elasticsearch.indices.get_alias.IndexAliases;
import java.io.IOException;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sets up what the sink writes to and searches read from: template, index and two aliases.
///
/// It may be run at any time and any number of times. A live index gets fields that it does not
/// have yet; where the aliases point is not changed once they exist, so that a switch to another
/// index stays.
public final class IndexInstaller {
  private static final Logger LOG = LoggerFactory.getLogger(IndexInstaller.class);
  private static final long TEMPLATE_PRIORITY = 200;
  static final Query NOT_WITHDRAWN =
      Query.of(query -> query.term(term -> term.field("withdrawn").value(false)));

  private final ElasticsearchClient client;
  private final IndexNames names;
  private final IndexDefinition definition;

  public IndexInstaller(ElasticsearchClient client, IndexNames names) {
    this(client, names, IndexDefinition.load());
  }

  IndexInstaller(ElasticsearchClient client, IndexNames names, IndexDefinition definition) {
    this.client = client;
    this.names = names;
    this.definition = definition;
  }

  /// Installs or updates.
  ///
  /// @return name of the index that is written to
  /// @throws IndexMismatch when what is there cannot be brought in line; it says what differs
  /// @throws IOException when Elasticsearch cannot be reached
  public String install() throws IOException {
    refuseIndexNamedAsAlias();
    putTemplate();
    Optional<String> live = written();
    String index = live.isPresent() ? live.get() : adoptOrCreate();
    putMapping(index);
    checkAnalysis(index);
    putSearchAlias(index);
    LOG.atInfo().addKeyValue("index", index).log("Index, template and aliases are in place");
    return index;
  }

  // A bulk request that is not bound to aliases creates an index of the alias's name.
  private void refuseIndexNamedAsAlias() throws IOException {
    for (String name : new String[] {names.writeAlias(), names.searchAlias()}) {
      boolean taken =
          client.indices().exists(request -> request.index(name)).value()
              && !client.indices().existsAlias(request -> request.name(name)).value();
      if (taken) {
        throw new IndexMismatch(
            "There is an index named %s where an alias is due; delete it or set index.alias"
                .formatted(name));
      }
    }
  }

  void putTemplate() throws IOException {
    client
        .indices()
        .putIndexTemplate(
            request ->
                request
                    .name(names.template())
                    .indexPatterns(names.pattern())
                    .priority(TEMPLATE_PRIORITY)
                    .template(
                        template ->
                            template
                                .settings(definition.settings())
                                .mappings(definition.mapping())));
  }

  // The index behind the write alias.
  private Optional<String> written() throws IOException {
    if (!client.indices().existsAlias(request -> request.name(names.writeAlias())).value()) {
      return Optional.empty();
    }
    Map<String, IndexAliases> indices =
        client.indices().getAlias(request -> request.name(names.writeAlias())).aliases();
    if (indices.size() != 1) {
      throw new IndexMismatch(
          "Write alias %s points to %d indices (%s); it must point to one"
              .formatted(names.writeAlias(), indices.size(), indices.keySet()));
    }
    return Optional.of(indices.keySet().iterator().next());
  }

  // Without a write alias: the newest version that is there gets it, or the first is created.
  private String adoptOrCreate() throws IOException {
    Pattern versioned = Pattern.compile(Pattern.quote(names.searchAlias()) + "-v([0-9]{1,6})");
    Optional<String> newest =
        client.indices().get(request -> request.index(names.pattern())).indices().keySet().stream()
            .filter(index -> versioned.matcher(index).matches())
            .max(Comparator.comparingInt(index -> version(versioned, index)));
    String index = newest.orElse(names.index(1));
    if (newest.isEmpty()) {
      create(index);
    }
    client
        .indices()
        .updateAliases(
            request ->
                request.actions(
                    action ->
                        action.add(
                            add -> add.index(index).alias(names.writeAlias()).isWriteIndex(true))));
    return index;
  }

  private static int version(Pattern versioned, String index) {
    Matcher matcher = versioned.matcher(index);
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
  }

  // The template gives it settings and mapping.
  private void create(String index) throws IOException {
    try {
      client.indices().create(request -> request.index(index));
    } catch (ElasticsearchException e) {
      if (!"resource_already_exists_exception".equals(e.error().type())) {
        throw e;
      }
      LOG.atDebug().addKeyValue("index", index).log("Another installer was faster");
    }
  }

  private void putMapping(String index) throws IOException {
    try {
      client
          .indices()
          .putMapping(
              request ->
                  request
                      .index(index)
                      .dynamic(definition.mapping().dynamic())
                      .properties(definition.mapping().properties()));
    } catch (ElasticsearchException e) {
      if (e.status() != 400) {
        throw e;
      }
      throw new IndexMismatch(
          "The mapping of index %s cannot be changed to the one that is due: %s; run"
                  .formatted(index, e.error().reason())
              + " ./broadsheet reindex",
          e);
    }
  }

  private void checkAnalysis(String index) throws IOException {
    IndexState state =
        Objects.requireNonNull(
            client.indices().getSettings(request -> request.index(index)).get(index));
    var there = state.settings() == null ? null : state.settings().index();
    String found = there == null ? "none" : String.valueOf(there.analysis());
    String due = String.valueOf(definition.settings().analysis());
    if (!found.equals(due)) {
      throw new IndexMismatch(
          "The analysis of index %s cannot be changed to the one that is due (%s, not %s); run"
                  .formatted(index, found, due)
              + " ./broadsheet reindex");
    }
  }

  private void putSearchAlias(String index) throws IOException {
    boolean exists =
        client.indices().existsAlias(request -> request.name(names.searchAlias())).value();
    var indices =
        exists
            ? client
                .indices()
                .getAlias(request -> request.name(names.searchAlias()))
                .aliases()
                .keySet()
            : Set.of(index);
    for (String each : indices) {
      client
          .indices()
          .updateAliases(
              request ->
                  request.actions(
                      action ->
                          action.add(
                              add ->
                                  add.index(each)
                                      .alias(names.searchAlias())
                                      .filter(NOT_WITHDRAWN))));
    }
  }
}
