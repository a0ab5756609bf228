package dev.broadsheet.cli;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import dev.broadsheet.contract.Settings;
import dev.broadsheet.contract.Unreachable;
import dev.broadsheet.contract.access.ElasticAccess;
import dev.broadsheet.sink.install.ElasticConnection;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/// A connection to Elasticsearch for one command.
final class Elastic implements AutoCloseable {
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  private final ElasticAccess access;
  private final ElasticConnection connection;

  Elastic(Settings settings) {
    this.access = ElasticAccess.from(settings);
    this.connection = ElasticConnection.to(access, TIMEOUT);
  }

  /// Something to ask of the client.
  interface Question<T> {
    T ask(ElasticsearchClient client) throws IOException;
  }

  /// Asks.
  ///
  /// @throws Unreachable when there is no answer, or no index
  <T> T ask(Question<T> question) {
    try {
      return question.ask(connection.client());
    } catch (ElasticsearchException e) {
      if ("index_not_found_exception".equals(e.error().type())) {
        throw new Unreachable(
            "Elasticsearch at %s has no article index; run ./broadsheet setup".formatted(access),
            e);
      }
      if (e.status() == 401 || e.status() == 403) {
        throw access.refused(e.status(), String.valueOf(e.error().type()), e);
      }
      throw new Unreachable(
          "Elasticsearch at %s refuses: %s".formatted(access, e.error().type()), e);
    } catch (IOException | UncheckedIOException e) {
      throw access.unreachable(e);
    }
  }

  @Override
  public void close() {
    connection.close();
  }
}
