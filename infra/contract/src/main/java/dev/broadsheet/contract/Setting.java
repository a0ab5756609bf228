package dev.broadsheet.contract;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/// A setting: declared once, read from an option, an environment variable or a properties file.
///
/// @param name words joined by dots, lower case: `sink.bulk.bytes`; the environment variable is
///     `BROADSHEET_SINK_BULK_BYTES`
/// @param fallback text of the default
/// @param meaning one sentence for people, with the unit and the bounds
/// @param parser throws [IllegalArgumentException] with what is allowed
/// @param hidden whether its value is never shown, and never given on a command line
public record Setting<T>(
    String name, String fallback, String meaning, Function<String, T> parser, boolean hidden) {
  private static final String ENVIRONMENT_PREFIX = "BROADSHEET_";
  private static final Pattern PASSWORD_IN_ADDRESS = Pattern.compile("://[^/@]{0,1000}+@");

  public Setting(String name, String fallback, String meaning, Function<String, T> parser) {
    this(name, fallback, meaning, parser, false);
  }

  /// One whose value is never shown; none by default.
  public static <T> Setting<T> secret(String name, String meaning, Function<String, T> parser) {
    return new Setting<>(name, "", meaning, parser, true);
  }

  /// A file or folder that need not be named.
  public static Setting<Optional<Path>> optionalPath(String name, String meaning) {
    return new Setting<>(
        name, "", meaning, t -> t.isBlank() ? Optional.empty() : Optional.of(Path.of(t.strip())));
  }

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
          if (uri.getUserInfo() != null) {
            throw new IllegalArgumentException("an address without a name and a password is due");
          }
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

  /// Text for people, without the password that an address may hold.
  static String shown(String text) {
    return PASSWORD_IN_ADDRESS.matcher(text).replaceAll("://***@");
  }

  private static String notBlank(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("it must not be blank");
    }
    return text.strip();
  }
}
