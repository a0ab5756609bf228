package dev.broadsheet.rig.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(30)
class TcpProxyTest {
  private EchoServer server;
  private TcpProxy proxy;

  @BeforeEach
  void start() throws IOException {
    server = new EchoServer();
    proxy = TcpProxy.to(server.port(), Protocol.OTHER);
  }

  @AfterEach
  void stop() throws IOException {
    proxy.close();
    server.close();
  }

  @Test
  void passesBytesBothWaysAndCountsConnections() throws IOException {
    try (var one = connect();
        var other = connect()) {
      assertThat(ask(one, "first")).isEqualTo("first");
      assertThat(ask(other, "second")).isEqualTo("second");
    }

    assertThat(proxy.connections()).isEqualTo(2);
  }

  @Test
  void refusesNewConnectionsResetsOpenOnesAndListensAgain() throws IOException {
    try (var client = connect()) {
      assertThat(ask(client, "before")).isEqualTo("before");

      proxy.set(new ProxyMode.Refuse());

      assertThatThrownBy(() -> ask(client, "after")).isInstanceOf(IOException.class);
      assertThatThrownBy(this::connect).hasCauseInstanceOf(java.net.ConnectException.class);
    }
    proxy.set(new ProxyMode.Pass());
    try (var client = connect()) {
      assertThat(ask(client, "again")).isEqualTo("again");
    }
  }

  @Test
  void resetsConnectionAfterSomeBytesOfTheAnswer() throws IOException {
    proxy.set(new ProxyMode.ResetAfter(3));

    try (var client = connect()) {
      send(client, "abcdef");
      assertThatThrownBy(() -> client.getInputStream().readNBytes(6))
          .isInstanceOf(SocketException.class);
    }
  }

  @Test
  void truncatesTheAnswerAndEndsInOrder() throws IOException {
    proxy.set(new ProxyMode.Truncate(3));

    try (var client = connect()) {
      send(client, "abcdef");
      assertThat(client.getInputStream().readAllBytes()).asString().isEqualTo("abc");
    }
  }

  @Test
  void halfOpenConnectionIsSilentAndGoesOnAfterwards() throws IOException {
    try (var client = connect()) {
      assertThat(ask(client, "one")).isEqualTo("one");
      proxy.set(new ProxyMode.HalfOpen());
      send(client, "two");
      client.setSoTimeout(300);
      assertThatThrownBy(() -> client.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);
      assertThat(server.received()).isEqualTo("one");

      proxy.set(new ProxyMode.Pass());

      client.setSoTimeout(5_000);
      assertThat(client.getInputStream().readNBytes(3)).asString().isEqualTo("two");
    }
  }

  @Test
  void swallowedAnswerWasARequestThatTheServerSaw() throws IOException {
    proxy.set(new ProxyMode.SwallowAnswers());

    try (var client = connect()) {
      send(client, "order");
      client.setSoTimeout(300);
      assertThatThrownBy(() -> client.getInputStream().read())
          .isInstanceOf(SocketTimeoutException.class);
      assertThat(server.received()).isEqualTo("order");

      proxy.set(new ProxyMode.Pass());

      client.setSoTimeout(5_000);
      assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
    }
  }

  @Test
  void delaysAnswers() throws IOException {
    proxy.set(new ProxyMode.Delay(Duration.ofMillis(400)));

    try (var client = connect()) {
      Instant before = Instant.now();
      assertThat(ask(client, "late")).isEqualTo("late");
      assertThat(Duration.between(before, Instant.now())).isGreaterThan(Duration.ofMillis(390));
    }
  }

  @Test
  void throttlesAndGoesAtFullSpeedWhenItEnds() throws IOException {
    proxy.set(new ProxyMode.Throttle(100));
    String text = "x".repeat(4_000);

    try (var client = connect()) {
      send(client, text);
      assertThat(client.getInputStream().readNBytes(20)).hasSize(20);
      assertThat(server.received().length()).isLessThan(1_000);

      proxy.set(new ProxyMode.Pass());

      assertThat(client.getInputStream().readNBytes(3_980)).hasSize(3_980);
    }
  }

  static Stream<HttpAnswer> answers() {
    return Stream.of(
        HttpAnswer.tooManyRequests(),
        HttpAnswer.unavailable(),
        HttpAnswer.badGateway(),
        HttpAnswer.brokenJson());
  }

  @ParameterizedTest
  @MethodSource("answers")
  void answersHttpRequestsItself(HttpAnswer answer) throws Exception {
    proxy.set(new ProxyMode.Answer(answer));

    try (var client = HttpClient.newHttpClient()) {
      for (int i = 0; i < 2; i++) {
        var response =
            client.send(
                HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:%d/_bulk".formatted(proxy.port())))
                    .version(HttpClient.Version.HTTP_1_1)
                    .POST(HttpRequest.BodyPublishers.ofString("{\"a\":1}"))
                    .build(),
                BodyHandlers.ofString());
        assertThat(response.statusCode()).isEqualTo(answer.status());
        assertThat(response.body()).isEqualTo(answer.body());
      }
    }
    assertThat(server.received()).isEmpty();
  }

  private Socket connect() {
    try {
      var socket = new Socket();
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), proxy.port()), 2_000);
      socket.setSoTimeout(10_000);
      return socket;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    socket.getOutputStream().flush();
  }

  private static String ask(Socket socket, String text) throws IOException {
    send(socket, text);
    byte[] answer = socket.getInputStream().readNBytes(text.length());
    if (answer.length < text.length()) {
      throw new IOException("ended after %d bytes".formatted(answer.length));
    }
    return new String(answer, StandardCharsets.UTF_8);
  }
}
