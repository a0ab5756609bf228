package dev.broadsheet.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contract.Digests;
import dev.broadsheet.contract.RawIssue;
import dev.broadsheet.ingest.Broker;
import dev.broadsheet.ingest.push.PushRig.Reply;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("stack")
@Timeout(180)
class PushServerIT {
  @Test
  void publishesRevisesWithdrawsAndBringsBack() {
    var target = Broker.fresh("push");
    try (var rig = new PushRig(target, Map.of())) {
      Reply created = rig.put("paper/2025-03-20/01", "一版");
      assertThat(Broker.issues(target)).extracting(RawIssue::text).containsExactly("一版");
      Reply again = rig.put("paper/2025-03-20/01", "一版");
      Reply revised = rig.put("paper/2025-03-20/01", "二版");
      Reply withdrawn = rig.delete("paper/2025-03-20/01");
      Reply withdrawnAgain = rig.delete("paper/2025-03-20/01");
      Reply late = rig.put("paper/2025-03-20/01", "二版");
      Reply gone = rig.get("paper/2025-03-20/01");
      Reply back = rig.put("paper/2025-03-20/01?reissue=true", "二版");
      Reply backAgain = rig.put("paper/2025-03-20/01?reissue=true", "二版");

      assertThat(created.status()).isEqualTo(201);
      assertThat(created.headers()).containsEntry("Location", "/issues/paper/2025-03-20/01");
      assertThat(created.body().path("outcome").asString()).isEqualTo("accepted");
      assertThat(again.status()).isEqualTo(200);
      assertThat(again.headers().get("ETag")).isEqualTo(created.headers().get("ETag"));
      assertThat(revised.body().path("revision").asInt()).isEqualTo(2);
      assertThat(withdrawn.status()).isEqualTo(200);
      assertThat(withdrawn.body().path("state").asString()).isEqualTo("withdrawn");
      assertThat(withdrawnAgain.body()).isEqualTo(withdrawn.body());
      assertThat(late.status()).isEqualTo(409);
      assertThat(late.code()).isEqualTo("withdrawn");
      assertThat(gone.status()).isEqualTo(410);
      assertThat(back.body().path("revision").asInt()).isEqualTo(4);
      assertThat(backAgain.body().path("revision").asInt()).isEqualTo(4);
    }
    assertThat(Broker.issues(target))
        .extracting(i -> i.revision() + i.text() + i.withdrawn())
        .containsExactly("1一版false", "2二版false", "3true", "4二版false");
    assertThat(Broker.issues(target).getFirst().origin().uri())
        .isEqualTo("push:paper/2025-03-20/01");
  }

  @Test
  void takesHintsAndChineseKeys() {
    var target = Broker.fresh("hints");
    try (var rig = new PushRig(target, Map.of())) {
      Reply reply =
          rig.put("%E6%99%9A%E6%8A%A5%2F01?paper=%E6%99%9A%E6%8A%A5&date=2025-03-20&page=1", "一版");

      assertThat(reply.status()).isEqualTo(201);
      assertThat(reply.headers()).containsEntry("Location", "/issues/%E6%99%9A%E6%8A%A5/01");
    }
    RawIssue issue = Broker.issues(target).getFirst();
    assertThat(issue.key()).isEqualTo("晚报/01");
    assertThat(issue.hints().paper()).isEqualTo("晚报");
    assertThat(issue.hints().date()).isEqualTo("2025-03-20");
    assertThat(issue.hints().page()).isEqualTo("1");
  }

  @Test
  void judgesConditionsByWhatTheLedgerSays() {
    var target = Broker.fresh("conditions");
    try (var rig = new PushRig(target, Map.of())) {
      Reply first = rig.put("a", "一", "If-None-Match", "*");
      Reply second = rig.put("a", "二", "If-None-Match", "*");
      String tag = first.headers().get("ETag");
      Reply wrong = rig.put("a", "二", "If-Match", "\"9-0000000000000000\"");
      Reply right = rig.put("a", "二", "If-Match", tag);
      Reply stale = rig.delete("a", "If-Match", tag);
      Reply absent = rig.put("b", "二", "If-Match", "*");
      String now = right.headers().get("ETag");
      Reply same = rig.get("a", "If-None-Match", now);

      assertThat(first.status()).isEqualTo(201);
      assertThat(List.of(second, wrong, stale, absent))
          .allSatisfy(r -> assertThat(r.status()).isEqualTo(412))
          .allSatisfy(r -> assertThat(r.code()).isEqualTo("condition"));
      assertThat(right.status()).isEqualTo(200);
      assertThat(same.status()).isEqualTo(304);
      assertThat(rig.get("a", "If-None-Match", tag).status()).isEqualTo(200);
    }
    assertThat(Broker.issues(target)).extracting(RawIssue::text).containsExactly("一", "二");
  }

  @Test
  void checksTheDigestOfTheBody() {
    var target = Broker.fresh("digest");
    byte[] sha256 = HexFormat.of().parseHex(Digests.sha256(new byte[] {'a'}));
    String digest = "sha-256=:" + Base64.getEncoder().encodeToString(sha256) + ":";
    try (var rig = new PushRig(target, Map.of())) {
      assertThat(rig.put("a", "b", "Content-Digest", digest).code()).isEqualTo("integrity");
      assertThat(rig.put("a", "a", "Content-Digest", "md5=:YQ==:").code()).isEqualTo("digest");
      assertThat(rig.put("a", "a", "Content-Digest", digest).status()).isEqualTo(201);
    }
  }

  @Test
  void withdrawsInAdvanceOnlyWhenAsked() {
    var target = Broker.fresh("advance");
    try (var rig = new PushRig(target, Map.of())) {
      assertThat(rig.delete("a").status()).isEqualTo(404);
      assertThat(rig.delete("a?in-advance=true").status()).isEqualTo(200);
      assertThat(rig.put("a", "文").status()).isEqualTo(409);
    }
    assertThat(Broker.issues(target)).allMatch(RawIssue::withdrawn);
  }

  @Test
  void letsACrowdInOnceEach() {
    var target = Broker.fresh("crowd");
    var replies = new ArrayList<Reply>();
    try (var rig = new PushRig(target, Map.of("push.rate", "100000", "push.burst", "100000"))) {
      var sent =
          IntStream.range(0, 1_000)
              .mapToObj(
                  i ->
                      rig.client()
                          .sendAsync(
                              rig.request(
                                  "PUT",
                                  "/issues/k/" + i / 2,
                                  BodyPublishers.ofString("文" + i / 2),
                                  "Bearer " + PushRig.TOKEN),
                              HttpResponse.BodyHandlers.ofByteArray())
                          .thenApply(PushRig::reply))
              .toList();
      sent.stream().map(CompletableFuture::join).forEach(replies::add);
    }
    assertThat(replies).hasSize(1_000).allMatch(r -> r.status() == 200 || r.status() == 201);
    assertThat(replies.stream().filter(r -> r.status() == 201)).hasSize(500);
    assertThat(Broker.issues(target))
        .extracting(RawIssue::key)
        .hasSize(500)
        .doesNotHaveDuplicates();
  }
}
