package dev.broadsheet.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Everything that a site may do wrong. After each of them the next page is taken.
@Timeout(120)
class FetcherTest {
  private static final String PAGE = "<html><p>文</p></html>";

  private final MutableTime time = new MutableTime("2025-03-07T00:00:00Z");
  private OddSite site;
  private Fetcher fetcher;

  @BeforeEach
  void open() throws IOException {
    site = new OddSite();
    site.on("/good", 200, "", PAGE);
    fetcher = fetcher(true, SystemDefaultDnsResolver.INSTANCE);
  }

  @AfterEach
  void close() throws IOException {
    fetcher.close();
    site.close();
  }

  @Test
  void givesAPageWithItsCharset() throws Exception {
    site.on("/header", 200, "Content-Type: text/html; charset=GBK\r\n", PAGE);
    site.on("/meta", 200, "Content-Type: text/html\r\n", "<meta charset=\"gb2312\">" + PAGE);

    assertThat(page("/header").charset()).isEqualTo("GBK");
    assertThat(page("/meta").charset()).isEqualTo("gb2312");
    assertThat(page("/good").charset()).isEmpty();
    assertThat(page("/good").bytes()).isEqualTo(OddSite.utf8(PAGE));
  }

  @Test
  void saysWhoAsks() throws Exception {
    page("/good");

    assertThat(site.requests())
        .allSatisfy(
            r ->
                assertThat(r.headers())
                    .containsEntry("user-agent", "broadsheet/0.1 (+mailto:ops@example.org)"));
  }

  @Test
  void asksForNewerOnesOnlyOfWhatWasTaken() throws Exception {
    site.on(
        "/tagged",
        (request, out) ->
            out.write(
                "\"1\"".equals(request.headers().get("if-none-match"))
                    ? OddSite.whole(304, "", new byte[0])
                    : OddSite.whole(200, "ETag: \"1\"\r\n", OddSite.utf8(PAGE))));

    Fetched.Page first = page("/tagged");
    assertThat(get("/tagged")).isInstanceOf(Fetched.Page.class);
    fetcher.taken(uri("/tagged"), first);

    assertThat(get("/tagged")).isInstanceOf(Fetched.Unchanged.class);
  }

  @Test
  void unpacksNoBomb() throws Exception {
    byte[] bomb = OddSite.gzip(new byte[50_000_000]);
    site.on("/bomb", (_, out) -> out.write(OddSite.whole(200, "Content-Encoding: gzip\r\n", bomb)));
    byte[] packed = OddSite.gzip(OddSite.utf8(PAGE));
    site.on(
        "/packed", (_, out) -> out.write(OddSite.whole(200, "Content-Encoding: gzip\r\n", packed)));
    site.on("/brotli", 200, "Content-Encoding: br\r\n", "x");

    assertForbidden("/bomb", "too-large");
    assertForbidden("/brotli", "coding");
    assertThat(page("/packed").bytes()).isEqualTo(OddSite.utf8(PAGE));
  }

  @Test
  void takesNoHalfPage() throws Exception {
    byte[] half = OddSite.utf8("<html><p>半");
    site.on(
        "/half",
        (_, out) ->
            out.write(OddSite.joined("HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n", half)));
    site.on(
        "/chunks",
        (_, out) ->
            out.write(
                OddSite.joined(
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n", half)));
    site.on("/unmarked", (_, out) -> out.write(OddSite.joined("HTTP/1.1 200 OK\r\n\r\n", half)));
    site.on(
        "/closed",
        (_, out) -> out.write(OddSite.joined("HTTP/1.1 200 OK\r\n\r\n", OddSite.utf8(PAGE))));
    byte[] cut = OddSite.gzip(OddSite.utf8(PAGE.repeat(50)));
    site.on(
        "/gzip",
        (_, out) ->
            out.write(
                OddSite.whole(
                    200, "Content-Encoding: gzip\r\n", Arrays.copyOf(cut, cut.length / 2))));

    for (String path : List.of("/half", "/chunks", "/unmarked", "/gzip")) {
      assertThat(get(path)).as(path).isInstanceOf(Fetched.Later.class);
      assertThat(get("/good")).as("after " + path).isInstanceOf(Fetched.Page.class);
    }
    assertThat(get("/closed")).isInstanceOf(Fetched.Page.class);
  }

  @Test
  void takesNoPageWithoutEnd() throws Exception {
    site.on("/large", 200, "", "x".repeat(100_001));
    site.on("/endless", (_, out) -> forever(out, "HTTP/1.1 200 OK\r\n\r\n", "x".repeat(1_000), 0));
    site.on("/headers", (_, out) -> forever(out, "HTTP/1.1 200 OK\r\n", "X: y\r\n", 0));
    site.on("/header", (_, out) -> forever(out, "HTTP/1.1 200 OK\r\nX: ", "y".repeat(1_000), 0));

    assertForbidden("/large", "too-large");
    assertForbidden("/endless", "too-large");
    assertThat(get("/headers")).isInstanceOf(Fetched.Later.class);
    assertThat(get("/header")).isInstanceOf(Fetched.Later.class);
    assertThat(get("/good")).isInstanceOf(Fetched.Page.class);
  }

  @Test
  void doesNotWaitForASiteThatIsSilentOrDrips() throws Exception {
    var never = new CountDownLatch(1);
    site.on("/silent", (_, _) -> await(never));
    site.on("/drip", (_, out) -> forever(out, "HTTP/1.1 200 OK\r\n\r\n", "x", 100));
    site.on("/drip-head", (_, out) -> forever(out, "HTTP/1.1 200 OK\r\nX: ", "y", 100));

    var bounds = new WebClient.Bounds(100_000, Duration.ofSeconds(3), Duration.ofSeconds(2));
    try (var hasty = fetcher(true, SystemDefaultDnsResolver.INSTANCE, bounds)) {
      for (String path : List.of("/silent", "/drip", "/drip-head")) {
        assertThat(hasty.get(uri(path))).as(path).isInstanceOf(Fetched.Later.class);
        // A busy machine may be slow itself.
        Awaitility.await("after " + path)
            .until(() -> hasty.get(uri("/good")) instanceof Fetched.Page);
      }
    }
    never.countDown();
  }

  @Test
  void followsRedirectsWithinTheHostsOnly() throws Exception {
    site.on("/moved", 302, "Location: /good\r\n", "");
    site.on("/away", 302, "Location: http://elsewhere.example/\r\n", "");
    site.on("/file", 302, "Location: file:///etc/passwd\r\n", "");
    site.on("/name", 302, "Location: http://a:b@127.0.0.1/\r\n", "");
    site.on("/loop", 302, "Location: /loop\r\n", "");
    site.on("/nowhere", 302, "Location: http://[\r\n", "");
    site.on("/metadata", 302, "Location: http://169.254.169.254/latest\r\n", "");

    assertThat(page("/moved").address()).isEqualTo(uri("/good"));
    for (String path : List.of("/away", "/file", "/name", "/metadata")) {
      assertForbidden(path, "host");
    }
    assertForbidden("/loop", "redirect");
    assertForbidden("/nowhere", "redirect");
    assertThat(get("/good")).isInstanceOf(Fetched.Page.class);
  }

  @Test
  void connectsToNoPrivateAddressUnlessAllowed() throws Exception {
    try (var strict = fetcher(false, SystemDefaultDnsResolver.INSTANCE)) {
      Fetched answer = strict.get(uri("/good"));

      assertThat(answer).isInstanceOf(Fetched.Forbidden.class);
      assertThat(((Fetched.Forbidden) answer).code()).isEqualTo("address");
    }
    assertThat(site.requests()).isEmpty();
  }

  @Test
  void connectsToTheAddressThatWasChecked() throws Exception {
    var asked = new ArrayList<String>();
    var rebinding =
        new DnsResolver() {
          @Override
          public InetAddress[] resolve(String host) throws UnknownHostException {
            asked.add(host);
            // Public at the first look, this machine at the second.
            return new InetAddress[] {
              asked.size() == 1
                  ? InetAddress.getByName("192.0.43.8")
                  : InetAddress.getLoopbackAddress()
            };
          }

          @Override
          public String resolveCanonicalHostname(String host) {
            return host;
          }
        };
    var resolver = new CheckedResolver(rebinding, false);

    assertThat(resolver.resolve("epaper.example"))
        .containsExactly(InetAddress.getByName("192.0.43.8"));
    assertThatThrownBy(() -> resolver.resolve("epaper.example", 80))
        .as("an address is checked whenever it is looked up to be connected to")
        .isInstanceOf(CheckedResolver.Forbidden.class);
  }

  @Test
  void doesWhatRobotsTxtSays() throws Exception {
    site.on("/robots.txt", 200, "", "User-agent: *\nDisallow: /closed\nCrawl-delay: 7\n");
    site.on("/closed/page", 200, "", PAGE);

    assertForbidden("/closed/page", "robots");
    page("/good");
    page("/good");

    assertThat(site.paths()).containsExactly("/good", "/good");
    assertThat(time.pauses()).contains(Duration.ofSeconds(7));
    assertThat(site.requests().stream().filter(r -> r.path().equals("/robots.txt"))).hasSize(1);
  }

  @Test
  void asksForNothingWhileRobotsTxtCannotBeRead() throws Exception {
    site.on("/robots.txt", 503, "", "");

    assertThat(get("/good")).isInstanceOf(Fetched.Later.class);
    assertThat(site.paths()).isEmpty();

    site.on("/robots.txt", 404, "", "");
    time.pause(Duration.ofMinutes(11));
    assertThat(get("/good")).isInstanceOf(Fetched.Page.class);
  }

  @Test
  void leavesASiteAloneForAsLongAsItAsks() throws Exception {
    site.on("/busy", 429, "Retry-After: 90\r\n", "");
    site.on("/down", 503, "Retry-After: Fri, 07 Mar 2025 01:00:00 GMT\r\n", "");

    assertThat(get("/busy")).isInstanceOf(Fetched.Later.class);
    page("/good");
    assertThat(time.pauses()).anyMatch(p -> p.compareTo(Duration.ofSeconds(88)) > 0);
    get("/down");
    page("/good");

    assertThat(time.instant()).isAfterOrEqualTo("2025-03-07T01:00:00Z");
  }

  @Test
  void tellsWhatIsNotThere() throws Exception {
    site.on("/gone", 410, "", "");
    site.on("/login", 403, "", "");

    assertThat(get("/absent")).isEqualTo(new Fetched.Absent(404));
    assertThat(get("/gone")).isEqualTo(new Fetched.Absent(410));
    assertForbidden("/login", "status");
  }

  private void assertForbidden(String path, String code) throws Exception {
    Fetched answer = get(path);
    assertThat(answer).as(path).isInstanceOf(Fetched.Forbidden.class);
    assertThat(((Fetched.Forbidden) answer).code()).as(path).isEqualTo(code);
  }

  private Fetched.Page page(String path) throws Exception {
    Fetched answer = get(path);
    assertThat(answer).as(path).isInstanceOf(Fetched.Page.class);
    return (Fetched.Page) answer;
  }

  private Fetched get(String path) throws Exception {
    return fetcher.get(uri(path));
  }

  private URI uri(String path) {
    return URI.create(site.url(path));
  }

  private Fetcher fetcher(boolean privateAddresses, DnsResolver resolver) {
    return fetcher(
        privateAddresses,
        resolver,
        new WebClient.Bounds(100_000, Duration.ofSeconds(8), Duration.ofSeconds(5)));
  }

  private Fetcher fetcher(boolean privateAddresses, DnsResolver resolver, WebClient.Bounds bounds) {
    var manners =
        new Feed.Manners(
            Set.of("127.0.0.1"),
            privateAddresses,
            "broadsheet/0.1 (+mailto:ops@example.org)",
            Duration.ofSeconds(2),
            Duration.ofMinutes(15),
            2);
    var client =
        new WebClient(manners.agent(), new CheckedResolver(resolver, privateAddresses), bounds);
    return new Fetcher(manners, client, time, time);
  }

  private static void forever(OutputStream out, String head, String more, long pauseMillis)
      throws IOException {
    out.write(head.getBytes(StandardCharsets.US_ASCII));
    while (true) {
      out.write(more.getBytes(StandardCharsets.US_ASCII));
      out.flush();
      try {
        Thread.sleep(pauseMillis);
      } catch (InterruptedException e) {
        throw new IOException(e);
      }
    }
  }

  private static void await(CountDownLatch latch) throws IOException {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }
}
