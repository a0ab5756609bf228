package dev.broadsheet.sink.install;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.RequestOptions;
import co.elastic.clients.transport.rest5_client.low_level.Response;
import co.elastic.clients.transport.rest5_client.low_level.ResponseException;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import dev.broadsheet.contract.Json;
import dev.broadsheet.contract.Unreachable;
import dev.broadsheet.contract.access.ElasticAccess;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.apache.hc.client5.http.ssl.DefaultHostnameVerifier;
import org.apache.hc.client5.http.ssl.HostnameVerificationPolicy;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.message.BasicHeader;
import org.apache.hc.core5.http.nio.ssl.TlsStrategy;
import org.apache.hc.core5.ssl.SSLContexts;
import org.apache.hc.core5.util.Timeout;

/// A connection to Elasticsearch: the one place where clients are made.
public final class ElasticConnection implements AutoCloseable {
  private static final int UNAUTHORIZED = 401;
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(3);
  private static final Duration REACH_LIMIT = Duration.ofSeconds(6);
  private static final Duration REACH_PAUSE = Duration.ofMillis(300);

  private final ElasticAccess access;
  private final Rest5Client rest;
  private final ElasticsearchClient client;

  private ElasticConnection(ElasticAccess access, Rest5Client rest) {
    this.access = access;
    this.rest = rest;
    this.client =
        new ElasticsearchClient(
            new Rest5ClientTransport(rest, new Jackson3JsonpMapper(Json.mapper())));
  }

  /// A connection to a server that wants neither encryption nor a key.
  public static ElasticConnection to(URI address, Duration timeout) {
    return to(ElasticAccess.plain(address), timeout);
  }

  /// A connection that gives up on a silent server after `timeout`. Nothing is sent yet.
  public static ElasticConnection to(ElasticAccess access, Duration timeout) {
    var builder = Rest5Client.builder(access.address());
    access
        .authorization()
        .map(value -> new Header[] {new BasicHeader("Authorization", value.value(), true)})
        .ifPresent(builder::setDefaultHeaders);
    Rest5Client rest =
        builder
            .setConnectionConfigCallback(
                config ->
                    config
                        .setConnectTimeout(Timeout.of(CONNECT_TIMEOUT))
                        .setSocketTimeout(Timeout.of(timeout)))
            .setConnectionManagerCallback(config -> config.setTlsStrategy(checkingNames(access)))
            .setRequestConfigCallback(config -> config.setResponseTimeout(Timeout.of(timeout)))
            // The sink decides alone what is sent again, and when.
            .setHttpClientConfigCallback(config -> config.disableAutomaticRetries())
            .build();
    return new ElasticConnection(access, rest);
  }

  /// Without a verifier of ours the HTTP client asks the TLS engine to compare host names, but only
  /// after the engine has taken its parameters: any name would do.
  private static TlsStrategy checkingNames(ElasticAccess access) {
    return new DefaultClientTlsStrategy(
        access.trust().orElseGet(SSLContexts::createSystemDefault),
        HostnameVerificationPolicy.BOTH,
        new DefaultHostnameVerifier());
  }

  /// The client for everything but bulk requests.
  public ElasticsearchClient client() {
    return client;
  }

  /// The client that sends bytes as they are.
  public Rest5Client rest() {
    return rest;
  }

  /// Waits until the server answers anything.
  ///
  /// @throws Unreachable when it does not within six seconds, or wants another API key
  public void awaitReachable() throws InterruptedException {
    Request request = new Request("HEAD", "/");
    request.setOptions(
        RequestOptions.DEFAULT.toBuilder()
            .setRequestConfig(
                RequestConfig.custom().setResponseTimeout(Timeout.of(CONNECT_TIMEOUT)).build()));
    long end = System.nanoTime() + REACH_LIMIT.toNanos();
    while (true) {
      try {
        demandKnown(rest.performRequest(request));
        return;
      } catch (ResponseException _) {
        // Any other answer will do; what it refuses, bulk requests will be told too.
        return;
      } catch (IOException e) {
        // Nobody changes a certificate within seconds.
        boolean lasting = e instanceof SSLException || e.getCause() instanceof SSLException;
        if (lasting || System.nanoTime() - end >= 0) {
          throw access.unreachable(e);
        }
      }
      TimeUnit.NANOSECONDS.sleep(REACH_PAUSE.toNanos());
    }
  }

  /// The client throws for statuses from 500 on only.
  private void demandKnown(Response response) throws IOException {
    if (response.getStatusCode() == UNAUTHORIZED) {
      throw access.refused(UNAUTHORIZED, "", new ResponseException(response));
    }
  }

  @Override
  public void close() {
    try {
      rest.close();
    } catch (IOException e) {
      throw new UncheckedIOException("Elasticsearch client could not be closed", e);
    }
  }
}
