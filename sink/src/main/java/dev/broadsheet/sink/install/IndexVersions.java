package dev.broadsheet.sink.install;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The versions of the article index beside one another, and which of them is live.
public final class IndexVersions {
  private final ElasticsearchClient client;
  private final IndexNames names;
  private final Pattern versioned;

  public IndexVersions(ElasticsearchClient client, IndexNames names) {
    this.client = client;
    this.names = names;
    this.versioned = Pattern.compile(Pattern.quote(names.searchAlias()) + "-v([0-9]{1,6})");
  }

  /// The index behind the write alias.
  ///
  /// @throws IndexMismatch when the alias points to several
  public Optional<String> live() throws IOException {
    Set<String> written = behind(names.writeAlias());
    if (written.size() > 1) {
      throw new IndexMismatch(
          "Write alias %s points to %s; it must point to one index"
              .formatted(names.writeAlias(), written));
    }
    return written.stream().findFirst();
  }

  /// Creates the version after the newest one, with today's template; no alias points to it.
  ///
  /// @return its name
  public String createNext() throws IOException {
    new IndexInstaller(client, names).putTemplate();
    int newest = 0;
    for (String index : all()) {
      var matcher = versioned.matcher(index);
      if (matcher.matches()) {
        newest = Math.max(newest, Integer.parseInt(matcher.group(1)));
      }
    }
    String next = names.index(newest + 1);
    client.indices().create(request -> request.index(next));
    return next;
  }

  /// Makes `index` the one that is searched and written, at once.
  ///
  /// @throws IndexMismatch when there is no such index of these articles
  public void switchTo(String index) throws IOException {
    if (!all().contains(index) || !versioned.matcher(index).matches()) {
      throw new IndexMismatch(
          "There is no index %s of %s; there are %s".formatted(index, names.searchAlias(), all()));
    }
    Set<String> searched = behind(names.searchAlias());
    Set<String> written = behind(names.writeAlias());
    var response =
        client
            .indices()
            .updateAliases(
                request -> {
                  searched.forEach(
                      old ->
                          request.actions(
                              a -> a.remove(r -> r.index(old).alias(names.searchAlias()))));
                  written.forEach(
                      old ->
                          request.actions(
                              a -> a.remove(r -> r.index(old).alias(names.writeAlias()))));
                  return request
                      .actions(
                          a ->
                              a.add(
                                  add ->
                                      add.index(index)
                                          .alias(names.searchAlias())
                                          .filter(IndexInstaller.NOT_WITHDRAWN)))
                      .actions(
                          a ->
                              a.add(
                                  add ->
                                      add.index(index)
                                          .alias(names.writeAlias())
                                          .isWriteIndex(true)));
                });
    if (!response.acknowledged()) {
      throw new IndexMismatch(
          "Not every node has confirmed the switch to %s; look at the aliases and run it again"
              .formatted(index));
    }
  }

  /// Deletes a version that nothing points to.
  public void delete(String index) throws IOException {
    client.indices().delete(request -> request.index(index));
  }

  private Set<String> all() throws IOException {
    return new TreeSet<>(
        client.indices().get(request -> request.index(names.pattern())).indices().keySet());
  }

  private Set<String> behind(String alias) throws IOException {
    return client.indices().existsAlias(request -> request.name(alias)).value()
        ? new TreeSet<>(
            client.indices().getAlias(request -> request.name(alias)).aliases().keySet())
        : Set.of();
  }
}
