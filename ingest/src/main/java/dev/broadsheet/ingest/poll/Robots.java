package dev.broadsheet.ingest.poll;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a site lets robots do, after RFC 9309: the group that names us, or else the one for all;
/// of the rules that match a path the longest, and of two as long the one that allows.
///
/// @param rules of our group
/// @param delay between two requests that it asks for; zero for none
record Robots(List<Rule> rules, Duration delay) {
  /// No rules: everything is allowed.
  static final Robots ALL = new Robots(List.of(), Duration.ZERO);

  /// A site that does not answer as it should: nothing is allowed.
  static final Robots NOTHING = new Robots(List.of(new Rule(false, "/")), Duration.ZERO);

  private static final String US = "broadsheet";
  private static final String EVERYBODY = "*";
  private static final int MOST_LINES = 20_000;
  private static final int LONGEST_DELAY_SECONDS = 120;

  record Rule(boolean allow, String path) {}

  private record Line(String name, String value) {}

  Robots {
    rules = List.copyOf(rules);
  }

  /// Reads the file; lines that cannot be read do not count.
  static Robots parse(String text) {
    List<Line> lines =
        text.lines().limit(MOST_LINES).map(Robots::line).filter(l -> !l.name().isEmpty()).toList();
    boolean named = lines.stream().anyMatch(l -> l.name().equals("user-agent") && isUs(l.value()));
    return group(lines, named);
  }

  /// Whether a path, with its query, may be asked for.
  boolean allow(String path) {
    Rule best = null;
    for (Rule rule : rules) {
      if (matches(rule.path(), path)
          && (best == null
              || rule.path().length() > best.path().length()
              || (rule.path().length() == best.path().length() && rule.allow()))) {
        best = rule;
      }
    }
    return best == null || best.allow();
  }

  private static Robots group(List<Line> lines, boolean named) {
    var rules = new ArrayList<Rule>();
    Duration delay = Duration.ZERO;
    boolean heads = false;
    boolean ours = false;
    for (Line line : lines) {
      if (line.name().equals("user-agent")) {
        boolean mine = named ? isUs(line.value()) : line.value().equals(EVERYBODY);
        ours = mine || (heads && ours);
        heads = true;
        continue;
      }
      heads = false;
      if (!ours) {
        continue;
      }
      switch (line.name()) {
        case "allow", "disallow" -> {
          if (!line.value().isEmpty()) {
            rules.add(new Rule(line.name().equals("allow"), line.value()));
          }
        }
        case "crawl-delay" -> delay = delay(line.value(), delay);
        default -> {
          // Sitemaps and what others have invented.
        }
      }
    }
    return new Robots(rules, delay);
  }

  private static Line line(String line) {
    int comment = line.indexOf('#');
    String bare = comment < 0 ? line : line.substring(0, comment);
    int colon = bare.indexOf(':');
    return colon < 0
        ? new Line("", "")
        : new Line(
            bare.substring(0, colon).replace("\uFEFF", "").strip().toLowerCase(Locale.ROOT),
            bare.substring(colon + 1).strip());
  }

  private static boolean isUs(String agent) {
    return agent.toLowerCase(Locale.ROOT).startsWith(US);
  }

  private static Duration delay(String value, Duration otherwise) {
    try {
      double seconds = Double.parseDouble(value);
      return seconds >= 0 && seconds <= LONGEST_DELAY_SECONDS
          ? Duration.ofMillis(Math.round(seconds * 1_000))
          : Duration.ofSeconds(LONGEST_DELAY_SECONDS);
    } catch (NumberFormatException _) {
      return otherwise;
    }
  }

  /// Whether a pattern with `*` and a `$` at its end matches the beginning of a path. Each star
  /// takes as little as it can, so this never goes back.
  private static boolean matches(String pattern, String path) {
    boolean whole = pattern.endsWith("$");
    String[] parts =
        (whole ? pattern.substring(0, pattern.length() - 1) : pattern).split("\\*", -1);
    if (!path.startsWith(parts[0])) {
      return false;
    }
    int at = parts[0].length();
    for (int i = 1; i < parts.length; i++) {
      boolean last = whole && i == parts.length - 1;
      int found = last ? path.length() - parts[i].length() : path.indexOf(parts[i], at);
      if (found < at || !path.startsWith(parts[i], found)) {
        return false;
      }
      at = found + parts[i].length();
    }
    return !whole || at == path.length();
  }
}
