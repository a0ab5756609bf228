package dev.broadsheet.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contract.RawIssue;
import dev.broadsheet.ingest.Broker;
import dev.broadsheet.ingest.kafka.Target;
import dev.broadsheet.ingest.push.PushRig.Reply;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Requests that nobody should send. After each of them a good one is taken.
@Tag("stack")
@Timeout(180)
class HostileRequestIT {
  private Target target;
  private PushRig rig;

  @BeforeEach
  void open() {
    target = Broker.fresh("hostile");
    rig =
        new PushRig(
            target,
            Map.of(
                "ingest.max.bytes",
                "1000",
                "push.body.ms",
                "1500",
                "push.burst",
                "1000000",
                "push.rate",
                "100000"));
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private record Case(String name, int status, String code, Supplier<Reply> request) {}

  @Test
  void refusesEveryBadRequestAndTakesTheNext() throws IOException {
    byte[] bomb = bomb();
    String large = "大".repeat(400);
    var cases =
        List.of(
            new Case("no token", 401, "token", () -> authorized("")),
            new Case("wrong token", 401, "token", () -> authorized("Bearer " + "x".repeat(26))),
            new Case("no scheme", 401, "token", () -> authorized(PushRig.TOKEN)),
            new Case("basic", 401, "token", () -> authorized("Basic " + PushRig.TOKEN)),
            new Case(
                "JSON", 415, "type", () -> rig.put("k", "{}", "Content-Type", "application/json")),
            new Case("coding", 415, "coding", () -> rig.put("k", bomb, "Content-Encoding", "gzip")),
            new Case("bomb", 415, "type", () -> rig.put("k", bomb)),
            new Case("PDF", 415, "type", () -> rig.put("k", "%PDF-1.7\n")),
            new Case("empty", 400, "empty", () -> rig.put("k", "")),
            new Case("blank", 400, "empty", () -> rig.put("k", " \n　")),
            new Case("NUL", 400, "control-chars", () -> rig.put("k", "a\0b")),
            new Case(
                "surrogate",
                400,
                "encoding",
                () -> rig.put("k", new byte[] {'a', (byte) 0xED, (byte) 0xA0, (byte) 0x80})),
            new Case(
                "cut",
                400,
                "encoding",
                () -> rig.put("k", new byte[] {'a', (byte) 0xE6, (byte) 0x8A})),
            new Case("large", 413, "too-large", () -> rig.put("k", large)),
            new Case("large, chunked", 413, "too-large", () -> chunked(large)),
            new Case("no key", 400, "key", () -> rig.put("", "文")),
            new Case("empty part", 400, "key", () -> rig.put("a//b", "文")),
            new Case("up", 400, "key", () -> rig.put("a/%2E%2E/b", "文")),
            new Case("up, escaped", 400, "key", () -> rig.put("..%2F..%2Fetc%2Fpasswd", "文")),
            new Case("control", 400, "key", () -> rig.put("a%0Ab", "文")),
            new Case("NUL in key", 400, "request", () -> rig.put("a%00b", "文")),
            new Case("not UTF-8", 400, "key", () -> rig.put("a%FFb", "文")),
            new Case("long", 400, "key", () -> rig.put("k".repeat(507), "文")),
            new Case("parameter", 400, "query", () -> rig.put("k?force=true", "文")),
            new Case("flag", 400, "query", () -> rig.put("k?reissue=yes", "文")),
            new Case("day", 400, "hint", () -> rig.put("k?date=2025-02-30", "文")),
            new Case(
                "POST",
                405,
                "method",
                () -> rig.send("POST", "/issues/k", BodyPublishers.noBody())),
            new Case(
                "path", 404, "path", () -> rig.send("PUT", "/other", BodyPublishers.noBody())));
    var good = new ArrayList<String>();

    for (Case one : cases) {
      Reply reply = one.request().get();
      assertThat(reply.status()).as(one.name()).isEqualTo(one.status());
      assertThat(reply.code()).as(one.name()).isEqualTo(one.code());
      assertThat(reply.headers())
          .as(one.name())
          .containsEntry("Content-Type", "application/problem+json")
          .containsEntry("X-Content-Type-Options", "nosniff");
      assertThat(reply.body().path("input").asString()).as(one.name()).startsWith("/");
      assertThat(reply.body().path("detail").asString())
          .as(one.name())
          .doesNotContain(PushRig.TOKEN);
      good.add("good/" + good.size());
      assertThat(rig.put(good.getLast(), "文").status()).as("after " + one.name()).isEqualTo(201);
    }

    assertThat(Broker.issues(target))
        .extracting(RawIssue::key)
        .containsExactlyInAnyOrderElementsOf(good);
  }

  @Test
  void survivesWhatIsNoHttp() throws IOException {
    String cut = PushRig.head("PUT", "/issues/cut", "Content-Length: 100") + "0123456789";
    String endless =
        PushRig.head("PUT", "/issues/endless", "Transfer-Encoding: chunked") + "5\r\nabcde\r\n";
    String twice = PushRig.head("PUT", "/issues/t", "Content-Length: 5", "Content-Length: 3");
    String smuggled =
        PushRig.head("PUT", "/issues/s", "Content-Length: 5", "Transfer-Encoding: chunked");
    String longHead = PushRig.head("GET", "/issues/h", "X: " + "x".repeat(20_000));

    assertThat(rig.raw(cut, false)).isEqualTo("HTTP/1.1 408");
    assertThat(rig.raw(cut, true)).isIn("HTTP/1.1 400", "");
    assertThat(rig.raw(endless, false)).isEqualTo("HTTP/1.1 408");
    assertThat(rig.raw(endless + "zz\r\n", false)).isEqualTo("HTTP/1.1 400");
    assertThat(rig.raw(twice + "abcde", false)).isEqualTo("HTTP/1.1 400");
    assertThat(rig.raw(smuggled + "0\r\n\r\n", false)).isEqualTo("HTTP/1.1 400");
    assertThat(rig.raw(longHead, false)).isEqualTo("HTTP/1.1 431");
    assertThat(rig.raw("GET /a b c\r\n\r\n", false)).isEqualTo("HTTP/1.1 400");
    assertThat(rig.raw("\u0016\u0003\u0001\u0002\u0000\u0001\r\n\r\n", false))
        .startsWith("HTTP/1.1 400");
    assertThat(rig.put("good", "文").status()).isEqualTo(201);
    assertThat(Broker.issues(target)).extracting(RawIssue::key).containsExactly("good");
  }

  @Test
  void doesNotWaitForABodyThatDrips() throws Exception {
    try (var socket = new Socket(InetAddress.getLoopbackAddress(), rig.port())) {
      socket.setSoTimeout(10_000);
      var out = socket.getOutputStream();
      out.write(
          PushRig.head("PUT", "/issues/slow", "Content-Length: 900")
              .getBytes(StandardCharsets.US_ASCII));
      var dripping =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try {
                      for (int i = 0; i < 900; i++) {
                        out.write('a');
                        out.flush();
                        Thread.sleep(50);
                      }
                    } catch (IOException | InterruptedException e) {
                      // The listener has hung up, which is what is tested.
                      Thread.currentThread().interrupt();
                    }
                  });

      String answer = new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII);

      assertThat(answer).isEqualTo("HTTP/1.1 408");
      assertThat(rig.put("good", "文").status()).isEqualTo(201);
      dripping.interrupt();
    }
    assertThat(Broker.issues(target)).extracting(RawIssue::key).containsExactly("good");
  }

  private Reply authorized(String authorization) {
    return rig.send(rig.request("PUT", "/issues/k", BodyPublishers.ofString("文"), authorization));
  }

  private Reply chunked(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return rig.send(
        "PUT",
        "/issues/k",
        BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(bytes)));
  }

  private static byte[] bomb() throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(new byte[500_000]);
    }
    return bytes.toByteArray();
  }
}
