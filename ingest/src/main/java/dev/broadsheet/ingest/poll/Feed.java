package dev.broadsheet.ingest.poll;

import dev.broadsheet.ingest.calendar.PageTemplate;
import dev.broadsheet.ingest.calendar.PaperPlan;
import dev.broadsheet.ingest.calendar.PublishingDays;
import dev.broadsheet.ingest.yaml.YamlMap;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// An e-paper site, and how to read it.
///
/// @param paper its name, given along as a hint
/// @param pages where its pages are, and the keys that they get
/// @param days on which the paper comes out
/// @param online when the issue of a day is there; nothing is asked for before
/// @param selectors of the elements that hold the text (CSS), in the order of the page
/// @param manners how the site is treated
public record Feed(
    String paper,
    Pages pages,
    PublishingDays days,
    PaperPlan.Due online,
    List<String> selectors,
    Manners manners) {
  private static final int MOST_PAGES = 200;
  private static final int MOST_SECONDS = 86_400;

  /// Pages of an issue.
  ///
  /// @param address of a page
  /// @param key issue key of a page
  /// @param first number of the first page
  /// @param last number of the last page that is asked for; an issue may have fewer
  public record Pages(PageTemplate address, PageTemplate key, int first, int last) {}

  /// How a site is treated.
  ///
  /// @param hosts that may be asked, in lower case; no other, whatever a page or redirect says
  /// @param privateAddresses whether these hosts may be in a private network or on this machine
  /// @param agent how we present ourselves, with an address for complaints
  /// @param delay between two requests
  /// @param every how often the newest issues are looked at again
  /// @param lookBack days before today that are looked at
  public record Manners(
      Set<String> hosts,
      boolean privateAddresses,
      String agent,
      Duration delay,
      Duration every,
      int lookBack) {
    public Manners {
      hosts = Set.copyOf(hosts);
    }
  }

  public Feed {
    selectors = List.copyOf(selectors);
  }

  /// Reads a feed file.
  ///
  /// @throws IllegalArgumentException that names the file, the member and what is allowed
  public static Feed read(Path file) {
    YamlMap map = YamlMap.read(file);
    Feed feed = read(map);
    map.finish();
    return feed;
  }

  /// Whether the issue of a day is expected, and online by now.
  boolean isOnline(LocalDate day, Instant now) {
    return days.contains(day) && !now.isBefore(online.of(day));
  }

  private static Feed read(YamlMap map) {
    PageTemplate address =
        map.required(
            "url",
            Feed::address,
            "an address with {date} such as https://host/{date}/{page}.htm is due");
    PageTemplate key =
        map.required("key", PageTemplate::parse, "a key such as lanjiangrb/{date}/{page} is due");
    int first = map.count("first-page", 1, 1, MOST_PAGES);
    var pages = new Pages(address, key, first, map.count("last-page", first, first, MOST_PAGES));
    if (pages.last() > first && !(address.hasPages() && key.hasPages())) {
      throw map.wrong("last-page", "url and key need a place for the {page}");
    }
    List<String> selectors = map.texts("text");
    if (selectors.isEmpty()) {
      throw map.wrong("text", "CSS selectors of the text are due");
    }
    SelectedText.check(selectors, map);
    return new Feed(
        map.required("paper"),
        pages,
        PublishingDays.read(map),
        online(map),
        selectors,
        manners(map, address));
  }

  private static PaperPlan.Due online(YamlMap map) {
    return new PaperPlan.Due(
        map.value(
            "online-at", LocalTime.MIDNIGHT, LocalTime::parse, "a time such as \"06:00\" is due"),
        map.value(
            "zone",
            ZoneId.of("Asia/Shanghai"),
            ZoneId::of,
            "a time zone such as Asia/Shanghai is due"));
  }

  private static Manners manners(YamlMap map, PageTemplate address) {
    Set<String> hosts =
        map.texts("hosts").stream()
            .map(h -> h.toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    if (hosts.isEmpty()) {
      hosts = Set.of(host(address));
    }
    if (!hosts.contains(host(address))) {
      throw map.wrong("hosts", "the host of url is not among them");
    }
    String contact = map.required("contact");
    if (contact.chars().anyMatch(c -> c < ' ' || c > '~')) {
      throw map.wrong("contact", "an e-mail or web address in ASCII is due");
    }
    return new Manners(
        hosts,
        map.flag("private-addresses", false),
        "broadsheet/0.1 (+%s)".formatted(contact),
        Duration.ofSeconds(map.count("delay-seconds", 2, 0, MOST_SECONDS)),
        Duration.ofSeconds(map.count("every-seconds", 900, 1, MOST_SECONDS)),
        map.count("look-back-days", 2, 0, 31));
  }

  private static PageTemplate address(String text) {
    var template = PageTemplate.parse(text);
    if (!Addresses.isWeb(URI.create(template.format(LocalDate.EPOCH, 1)))) {
      throw new IllegalArgumentException(text);
    }
    return template;
  }

  private static String host(PageTemplate address) {
    return URI.create(address.format(LocalDate.EPOCH, 1)).getHost().toLowerCase(Locale.ROOT);
  }
}
