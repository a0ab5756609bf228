package dev.broadsheet.ingest.poll;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHost;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.Closer;
import org.apache.hc.core5.util.Timeout;

/// One request and its answer, within bounds of size and time. It follows no redirect, keeps no
/// cookie and unpacks nothing without counting. Any thread may use it.
final class WebClient implements AutoCloseable {
  private static final int MOST_HEADERS = 200;
  private static final int LONGEST_HEADER = 16 * 1024;

  private final Bounds bounds;
  private final CloseableHttpClient client;
  private final ScheduledExecutorService watchdog =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("poll-deadline").factory());

  /// What one answer may take.
  ///
  /// @param maxBytes of a body, packed and unpacked
  /// @param total time for all of it
  /// @param silence time in which at least a byte must come
  record Bounds(int maxBytes, Duration total, Duration silence) {
    static final Bounds USUAL =
        new Bounds(4 * 1024 * 1024, Duration.ofSeconds(60), Duration.ofSeconds(20));
  }

  /// An answer.
  ///
  /// @param body empty unless the status is 200
  /// @param isDelimited whether the end of the body was marked, so that it is known to be whole
  @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
  record Reply(int status, Map<String, String> headers, byte[] body, boolean isDelimited) {
    /// A header; empty when it is absent.
    String header(String name) {
      return headers.getOrDefault(name.toLowerCase(Locale.ROOT), "");
    }
  }

  /// A body that is not taken.
  static final class BodyRefused extends IOException {
    private static final long serialVersionUID = 1L;

    private final String code;

    BodyRefused(String code, String message) {
      super(message);
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  WebClient(String agent, CheckedResolver resolver, Bounds bounds) {
    this.bounds = bounds;
    Timeout silence = Timeout.of(bounds.silence());
    var http = Http1Config.custom();
    http.setMaxHeaderCount(MOST_HEADERS).setMaxLineLength(LONGEST_HEADER);
    var connections =
        PoolingHttpClientConnectionManagerBuilder.create()
            .setDnsResolver(resolver)
            .setConnectionFactory(
                ManagedHttpClientConnectionFactory.builder().http1Config(http.build()).build())
            .setDefaultConnectionConfig(
                ConnectionConfig.custom()
                    .setConnectTimeout(silence)
                    .setSocketTimeout(silence)
                    .build())
            .build();
    this.client =
        HttpClients.custom()
            .setConnectionManager(connections)
            .setUserAgent(agent)
            .setDefaultRequestConfig(
                RequestConfig.custom()
                    .setResponseTimeout(silence)
                    .setConnectionRequestTimeout(silence)
                    .setProtocolUpgradeEnabled(false)
                    .build())
            // Requests are seconds apart: a connection that is kept is mostly one that was closed.
            .setConnectionReuseStrategy((_, _, _) -> false)
            .disableRedirectHandling()
            .disableContentCompression()
            .disableCookieManagement()
            .disableAuthCaching()
            .disableAutomaticRetries()
            .build();
  }

  /// Asks for an address.
  ///
  /// @param headers of the request
  /// @throws BodyRefused for a body that is too large or packed in an unknown way
  /// @throws IOException when no whole answer comes in time, or the address must not be connected
  ///     to
  Reply get(URI address, Map<String, String> headers) throws IOException {
    var request = new HttpGet(address);
    request.setHeader("Accept-Encoding", "gzip");
    request.setHeader("Connection", "close");
    headers.forEach(request::setHeader);
    var guard =
        watchdog.schedule(request::cancel, bounds.total().toMillis(), TimeUnit.MILLISECONDS);
    var host = new HttpHost(address.getScheme(), address.getHost(), address.getPort());
    ClassicHttpResponse response = client.executeOpen(host, request, null);
    try {
      return reply(response);
    } finally {
      guard.cancel(false);
      // What was not read is not worth reading.
      request.cancel();
      Closer.closeQuietly(response);
    }
  }

  @Override
  public void close() {
    watchdog.shutdownNow();
    Closer.closeQuietly(client);
  }

  private Reply reply(ClassicHttpResponse response) throws IOException {
    var headers = new HashMap<String, String>();
    for (Header header : response.getHeaders()) {
      headers.putIfAbsent(header.getName().toLowerCase(Locale.ROOT), header.getValue());
    }
    HttpEntity entity = response.getEntity();
    if (response.getCode() != 200 || entity == null) {
      return new Reply(response.getCode(), headers, new byte[0], true);
    }
    byte[] raw = limited(entity.getContent());
    byte[] body = unpacked(raw, headers.getOrDefault("content-encoding", ""));
    boolean isDelimited = entity.getContentLength() >= 0 || entity.isChunked();
    return new Reply(response.getCode(), headers, body, isDelimited);
  }

  private byte[] unpacked(byte[] raw, String coding) throws IOException {
    return switch (coding.strip().toLowerCase(Locale.ROOT)) {
      case "", "identity" -> raw;
      case "gzip", "x-gzip" -> {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(raw))) {
          yield limited(in);
        }
      }
      default ->
          throw new BodyRefused("coding", "it is packed as %s, not as gzip".formatted(coding));
    };
  }

  private byte[] limited(InputStream in) throws IOException {
    byte[] bytes = in.readNBytes(bounds.maxBytes() + 1);
    if (bytes.length > bounds.maxBytes()) {
      throw new BodyRefused("too-large", "it is larger than %d bytes".formatted(bounds.maxBytes()));
    }
    return bytes;
  }
}
