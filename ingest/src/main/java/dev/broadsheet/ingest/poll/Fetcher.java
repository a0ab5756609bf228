package dev.broadsheet.ingest.poll;

import dev.broadsheet.ingest.file.Printable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Asks a site for pages, as its owner would want it: only its own hosts, only what robots.txt
/// allows, at a distance, and nothing that has not changed. One thread at a time.
final class Fetcher implements AutoCloseable {
  private static final int REDIRECTS = 5;
  private static final int VALIDATORS = 10_000;
  private static final Duration ROBOTS_LIFE = Duration.ofHours(24);
  private static final Duration ROBOTS_RETRY = Duration.ofMinutes(10);
  private static final Pattern CHARSET =
      Pattern.compile(
          "charset\\s{0,9}=\\s{0,9}[\"']?([A-Za-z0-9_.:-]{1,40})", Pattern.CASE_INSENSITIVE);

  private final Feed.Manners manners;
  private final WebClient client;
  private final Clock clock;
  private final Pace pace;
  private final Map<String, KnownRobots> robots = new HashMap<>();
  private final Map<URI, Map<String, String>> validators =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<URI, Map<String, String>> eldest) {
          return size() > VALIDATORS;
        }
      };

  /// @param until when to ask for them again
  /// @param unknown whether the site did not answer, so that nothing may be asked for now
  private record KnownRobots(Robots rules, Instant until, boolean unknown) {}

  Fetcher(Feed.Manners manners, WebClient client, Clock clock, Pause pause) {
    this.manners = manners;
    this.client = client;
    this.clock = clock;
    this.pace = new Pace(clock, pause);
  }

  /// Asks for a page; if it was taken before, only for a newer one.
  Fetched get(URI address) throws InterruptedException {
    URI at = address;
    for (int hop = 0; hop <= REDIRECTS; hop++) {
      String mistake = mistake(at);
      if (!mistake.isEmpty()) {
        return new Fetched.Forbidden("host", mistake);
      }
      KnownRobots rules = robots(at);
      if (rules.unknown()) {
        return new Fetched.Later(
            ROBOTS_RETRY, "robots.txt of %s cannot be read".formatted(at.getHost()));
      }
      if (!rules.rules().allow(path(at))) {
        return new Fetched.Forbidden(
            "robots",
            "robots.txt of %s forbids %s: ask its owner".formatted(at.getHost(), shown(at)));
      }
      pace.await(key(at), longer(manners.delay(), rules.rules().delay()));
      WebClient.Reply reply;
      try {
        reply = client.get(at, validators.getOrDefault(address, Map.of()));
      } catch (IOException e) {
        return failed(at, e);
      }
      if (!isRedirect(reply.status())) {
        return answer(at, reply);
      }
      try {
        at = at.resolve(reply.header("Location"));
      } catch (IllegalArgumentException _) {
        return new Fetched.Forbidden("redirect", "%s leads to no address".formatted(shown(at)));
      }
    }
    return new Fetched.Forbidden(
        "redirect", "%s leads through more than %d addresses".formatted(shown(address), REDIRECTS));
  }

  /// Remembers that what came from an address is safely stored, and need not come again.
  void taken(URI address, Fetched.Page page) {
    validators.put(address, page.validators());
  }

  @Override
  public void close() {
    client.close();
  }

  private String mistake(URI address) {
    if (!Addresses.isWeb(address)) {
      return "%s is no http or https address".formatted(shown(address));
    }
    return manners.hosts().contains(address.getHost().toLowerCase(Locale.ROOT))
        ? ""
        : "%s is on a host that is not among the hosts of the feed file: add it if it belongs to the site"
            .formatted(shown(address));
  }

  private Fetched answer(URI at, WebClient.Reply reply) {
    return switch (reply.status()) {
      case 200 -> page(at, reply);
      case 304 -> new Fetched.Unchanged();
      case 404, 410 -> new Fetched.Absent(reply.status());
      case 408, 425, 429, 500, 502, 503, 504 -> {
        Duration after = retryAfter(reply.header("Retry-After"));
        pace.rest(key(at), after);
        yield new Fetched.Later(
            after, "%s answers with status %d".formatted(shown(at), reply.status()));
      }
      default ->
          new Fetched.Forbidden(
              "status",
              "%s answers with status %d: look at it in a browser"
                  .formatted(shown(at), reply.status()));
    };
  }

  private static Fetched page(URI at, WebClient.Reply reply) {
    String start = new String(reply.body(), StandardCharsets.ISO_8859_1);
    if (!reply.isDelimited() && !start.toLowerCase(Locale.ROOT).contains("</html")) {
      return new Fetched.Later(
          Duration.ZERO, "%s ended without saying so: it may be half a page".formatted(shown(at)));
    }
    var validators = new HashMap<String, String>();
    String tag = reply.header("ETag");
    String modified = reply.header("Last-Modified");
    if (!tag.isEmpty()) {
      validators.put("If-None-Match", tag);
    }
    if (!modified.isEmpty()) {
      validators.put("If-Modified-Since", modified);
    }
    String charset = charset(reply.header("Content-Type"));
    return new Fetched.Page(
        at,
        reply.body(),
        charset.isEmpty() ? charset(start.substring(0, Math.min(2_048, start.length()))) : charset,
        validators);
  }

  private Fetched failed(URI at, IOException failure) throws InterruptedException {
    if (Thread.interrupted()
        || (failure instanceof InterruptedIOException && Thread.currentThread().isInterrupted())) {
      throw new InterruptedException();
    }
    String what = "%s: %s".formatted(shown(at), Printable.of(String.valueOf(failure.getMessage())));
    return switch (failure) {
      case CheckedResolver.Forbidden _ ->
          new Fetched.Forbidden(
              "address", what + ": set private-addresses if that is where the site is");
      case WebClient.BodyRefused refused -> new Fetched.Forbidden(refused.code(), what);
      default -> new Fetched.Later(Duration.ZERO, what);
    };
  }

  private KnownRobots robots(URI address) throws InterruptedException {
    String origin = key(address);
    KnownRobots known = robots.get(origin);
    if (known == null || !clock.instant().isBefore(known.until())) {
      known = askRobots(address);
      robots.put(origin, known);
    }
    return known;
  }

  private KnownRobots askRobots(URI address) throws InterruptedException {
    URI at = address.resolve("/robots.txt");
    Instant now = clock.instant();
    for (int hop = 0; hop <= REDIRECTS && mistake(at).isEmpty(); hop++) {
      pace.await(key(at), manners.delay());
      WebClient.Reply reply;
      try {
        reply = client.get(at, Map.of());
      } catch (CheckedResolver.Forbidden _) {
        // The page itself will be refused for its address, which says more.
        return new KnownRobots(Robots.ALL, now, false);
      } catch (IOException _) {
        break;
      }
      if (reply.status() == 200) {
        String text = new String(reply.body(), StandardCharsets.UTF_8);
        return new KnownRobots(Robots.parse(text), now.plus(ROBOTS_LIFE), false);
      }
      if (isRedirect(reply.status())) {
        at = at.resolve(reply.header("Location").isEmpty() ? "/" : reply.header("Location"));
      } else if (reply.status() == 429 || reply.status() >= 500) {
        break;
      } else {
        return new KnownRobots(Robots.ALL, now.plus(ROBOTS_LIFE), false);
      }
    }
    return new KnownRobots(Robots.NOTHING, now.plus(ROBOTS_RETRY), true);
  }

  private Duration retryAfter(String header) {
    try {
      if (header.matches("[0-9]{1,9}")) {
        return Duration.ofSeconds(Long.parseLong(header));
      }
      var until = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration left = Duration.between(clock.instant(), until);
      return left.isNegative() ? Duration.ZERO : left;
    } catch (DateTimeException _) {
      return Duration.ZERO;
    }
  }

  private static String charset(String text) {
    Matcher charset = CHARSET.matcher(text);
    return charset.find() ? charset.group(1) : "";
  }

  private static boolean isRedirect(int status) {
    return status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
  }

  private static String key(URI address) {
    return "%s://%s:%d"
        .formatted(
            address.getScheme().toLowerCase(Locale.ROOT),
            address.getHost().toLowerCase(Locale.ROOT),
            address.getPort());
  }

  private static String path(URI address) {
    String path =
        address.getRawPath() == null || address.getRawPath().isEmpty() ? "/" : address.getRawPath();
    return address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
  }

  private static String shown(URI address) {
    return Printable.of(address);
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }
}
