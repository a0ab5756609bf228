package dev.broadsheet.ingest.hint;

import dev.broadsheet.contract.IssueHints;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads hints from issue keys by a pattern such as `{paper}/{date:yyyy-MM-dd}/{page}`.
///
/// `{paper}` and `{page}` stand for one or more characters of one folder or file name, `{date:…}`
/// for a date in the given letters (`yyyy`, `MM`, `dd` and what is between them), `{*}` for
/// anything within a name. All else stands for itself. A key that does not fit has no hints.
public final class PathPattern {
  /// Fits nothing.
  public static final PathPattern NONE = new PathPattern("", Pattern.compile("(?!)"), null);

  private static final Pattern FIELD = Pattern.compile("\\{([^{}]{1,40})\\}");

  private final String source;
  private final Pattern pattern;
  private final @Nullable DateTimeFormatter date;

  private PathPattern(String source, Pattern pattern, @Nullable DateTimeFormatter date) {
    this.source = source;
    this.pattern = pattern;
    this.date = date;
  }

  /// The pattern that a setting holds; blank for none.
  ///
  /// @throws IllegalArgumentException that says what is wrong with it
  public static PathPattern parse(String text) {
    if (text.isBlank()) {
      return NONE;
    }
    String source = text.strip();
    var regex = new StringBuilder();
    DateTimeFormatter date = null;
    Matcher field = FIELD.matcher(source);
    int at = 0;
    while (field.find()) {
      regex.append(literal(source, at, field.start()));
      String name = field.group(1);
      if (name.startsWith("date:")) {
        date = formatter(name.substring(5));
        regex.append("(?<date>[^/]{").append(name.length() - 5).append("})");
      } else {
        regex.append(part(name));
      }
      at = field.end();
    }
    regex.append(literal(source, at, source.length()));
    return new PathPattern(source, Pattern.compile(regex.toString()), date);
  }

  /// What a key says.
  public IssueHints hints(String key) {
    Matcher match = pattern.matcher(key);
    if (!match.matches()) {
      return IssueHints.NONE;
    }
    Optional<String> day = date(match);
    return date != null && day.isEmpty()
        ? IssueHints.NONE
        : new IssueHints(group(match, "paper"), day.orElse(null), group(match, "page"));
  }

  private Optional<String> date(Matcher match) {
    if (date == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(match.group("date"), date).toString());
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static @Nullable String group(Matcher match, String name) {
    return match.namedGroups().containsKey(name) ? match.group(name) : null;
  }

  private static String part(String name) {
    return switch (name) {
      case "paper" -> "(?<paper>[^/]+)";
      case "page" -> "(?<page>[^/]+)";
      case "*" -> "[^/]*";
      default ->
          throw new IllegalArgumentException(
              "{%s}: {paper}, {date:yyyy-MM-dd}, {page} and {*} are known".formatted(name));
    };
  }

  private static DateTimeFormatter formatter(String letters) {
    return DateTimeFormatter.ofPattern(letters.replace('y', 'u'), Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  private static String literal(String source, int from, int to) {
    String text = source.substring(from, to);
    if (text.indexOf('{') >= 0 || text.indexOf('}') >= 0) {
      throw new IllegalArgumentException("a brace without its other");
    }
    return text.isEmpty() ? "" : Pattern.quote(text);
  }

  @Override
  public String toString() {
    return source;
  }
}
