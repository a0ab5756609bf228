package dev.broadsheet.cli;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import dev.broadsheet.contract.Json;
import dev.broadsheet.contract.Settings;
import dev.broadsheet.contract.Unreachable;
import java.io.IOException;
import java.net.URI;

/// A connection to Elasticsearch for one command.
final class Elastic implements AutoCloseable {
  private final URI address;
  private final Rest5ClientTransport transport;
  private final ElasticsearchClient client;

  Elastic(Settings settings) {
    this.address = settings.get(Settings.ELASTICSEARCH_URL);
    this.transport =
        new Rest5ClientTransport(
            Rest5Client.builder(address).build(), new Jackson3JsonpMapper(Json.mapper()));
    this.client = new ElasticsearchClient(transport);
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
      return question.ask(client);
    } catch (ElasticsearchException e) {
      if ("index_not_found_exception".equals(e.error().type())) {
        throw new Unreachable(
            "Elasticsearch at %s has no article index; run ./broadsheet setup".formatted(address),
            e);
      }
      throw new Unreachable(
          "Elasticsearch at %s refuses: %s".formatted(address, e.error().type()), e);
    } catch (IOException e) {
      throw new Unreachable(
          "Elasticsearch does not answer at %s; is it running? (./broadsheet up starts one; the address is the setting elasticsearch.url)"
              .formatted(address),
          e);
    }
  }

  @Override
  public void close() throws IOException {
    transport.close();
  }
}
