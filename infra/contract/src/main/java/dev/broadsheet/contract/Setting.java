package dev.broadsheet.contract;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;

/// A setting: declared once, read from an option, an environment variable or a properties file.
///
/// @param name words joined by dots, lower case: `sink.bulk.bytes`; the environment variable is
///     `BROADSHEET_SINK_BULK_BYTES`
/// @param fallback text of the default
/// @param meaning one sentence for people, with the unit and the bounds
/// @param parser throws [IllegalArgumentException] with what is allowed
public record Setting<T>(String name, String fallback, String meaning, Function<String, T> parser) {
  private static final String ENVIRONMENT_PREFIX = "BROADSHEET_";

  public static Setting<String> text(String name, String fallback, String meaning) {
    return new Setting<>(name, fallback, meaning, Setting::notBlank);
  }

  public static Setting<Path> path(String name, String fallback, String meaning) {
    return new Setting<>(name, fallback, meaning, t -> Path.of(notBlank(t)));
  }

  /// A whole number from `min` to `max`.
  public static Setting<Integer> count(
      String name, int fallback, int min, int max, String meaning) {
    return new Setting<>(
        name,
        Integer.toString(fallback),
        "%s (%d to %d)".formatted(meaning, min, max),
        t -> {
          int value;
          try {
            value = Integer.parseInt(t.strip());
          } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a whole number is due", e);
          }
          if (value < min || value > max) {
            throw new IllegalArgumentException("%d to %d are allowed".formatted(min, max));
          }
          return value;
        });
  }

  /// A duration in milliseconds; the name ends in `.ms`.
  public static Setting<Duration> millis(
      String name, int fallback, int min, int max, String meaning) {
    Setting<Integer> count = count(name, fallback, min, max, meaning);
    return new Setting<>(
        name, count.fallback, count.meaning, t -> Duration.ofMillis(count.parser.apply(t)));
  }

  /// An http or https address.
  public static Setting<URI> address(String name, String fallback, String meaning) {
    return new Setting<>(
        name,
        fallback,
        meaning,
        t -> {
          URI uri = URI.create(t.strip());
          if (uri.getHost() == null
              || !("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
            throw new IllegalArgumentException("an http or https address is due");
          }
          return uri;
        });
  }

  /// The environment variable of this setting.
  public String variable() {
    return ENVIRONMENT_PREFIX + name.toUpperCase(Locale.ROOT).replace('.', '_');
  }

  private static String notBlank(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("it must not be blank");
    }
    return text.strip();
  }
}
