package dev.broadsheet.ingest.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A text with places for the day of an issue and the number of a page, such as
/// `lanjiangrb/{date}/{page}` or `https://epaper.example/{date:yyyy-MM/dd}/node_{page:000}.htm`.
///
/// `{date}` is `{date:yyyy-MM-dd}`; its pattern holds `yyyy`, `MM`, `dd` and signs between them.
/// `{page}` is a number, `{page:00}` one of at least two digits.
public final class PageTemplate {
  private static final Pattern PLACE =
      Pattern.compile("\\{(date|page)(?::([yMd0/._ -]{1,20}))?\\}");

  private final String text;
  private final Pattern shape;

  private PageTemplate(String text, Pattern shape) {
    this.text = text;
    this.shape = shape;
  }

  /// A day and a page.
  ///
  /// @param page from 1; 0 when the template has no place for it
  public record Page(LocalDate date, int page) {}

  /// Reads a template. It must have one place for the date.
  public static PageTemplate parse(String text) {
    var shape = new StringBuilder();
    Matcher place = PLACE.matcher(text);
    int end = 0;
    int dates = 0;
    int pages = 0;
    while (place.find()) {
      shape.append(literal(text.substring(end, place.start())));
      end = place.end();
      if ("date".equals(place.group(1))) {
        dates++;
        shape.append("(?<date").append(dates).append('>').append(dateShape(place)).append(')');
      } else {
        if (place.group(2) != null && !place.group(2).matches("0+")) {
          throw new IllegalArgumentException("%s: zeros are due".formatted(place.group()));
        }
        pages++;
        shape.append("(?<page").append(pages).append(">[0-9]{1,9})");
      }
    }
    shape.append(literal(text.substring(end)));
    if (dates == 0) {
      throw new IllegalArgumentException("%s: no place for the {date}".formatted(text));
    }
    return new PageTemplate(text, Pattern.compile(shape.toString()));
  }

  /// The text for one page.
  public String format(LocalDate date, int page) {
    Matcher place = PLACE.matcher(text);
    return place.replaceAll(
        p ->
            Matcher.quoteReplacement(
                "date".equals(p.group(1))
                    ? formatter(p.group(2)).format(date)
                    : padded(page, p.group(2))));
  }

  /// The page that a text was made for; empty when it was made from another template.
  public Optional<Page> match(String made) {
    Matcher matcher = shape.matcher(made);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    try {
      var page =
          new Page(
              date(matcher),
              shape.namedGroups().containsKey("page1")
                  ? Integer.parseInt(matcher.group("page1"))
                  : 0);
      return format(page.date(), page.page()).equals(made) ? Optional.of(page) : Optional.empty();
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /// Whether pages of an issue have texts of their own.
  public boolean hasPages() {
    return shape.namedGroups().containsKey("page1");
  }

  /// What all texts begin with.
  public String prefix() {
    return text.substring(0, text.indexOf('{'));
  }

  private LocalDate date(Matcher matcher) {
    Matcher place = PLACE.matcher(text);
    while (place.find()) {
      if ("date".equals(place.group(1))) {
        return LocalDate.parse(matcher.group("date1"), formatter(place.group(2)));
      }
    }
    throw new IllegalStateException(text);
  }

  private static String dateShape(Matcher place) {
    String pattern = pattern(place.group(2));
    return literal(pattern)
        .replace("yyyy", "\\E[0-9]{4}\\Q")
        .replace("MM", "\\E[0-9]{2}\\Q")
        .replace("dd", "\\E[0-9]{2}\\Q");
  }

  private static String literal(String text) {
    return "\\Q" + text + "\\E";
  }

  private static String pattern(@Nullable String given) {
    String pattern = given == null ? "yyyy-MM-dd" : given;
    String signs = pattern.replace("yyyy", "").replace("MM", "").replace("dd", "");
    if (signs.chars().anyMatch(c -> "yMd0".indexOf(c) >= 0)) {
      throw new IllegalArgumentException(
          "{date:%s}: yyyy, MM, dd and signs between them are due".formatted(pattern));
    }
    return pattern;
  }

  private static DateTimeFormatter formatter(@Nullable String given) {
    return DateTimeFormatter.ofPattern(
            pattern(given).replace("yyyy", "uuuu").replaceAll("([/._ -]+)", "'$1'"), Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  private static String padded(int page, @Nullable String zeros) {
    String digits = Integer.toString(page);
    int width = zeros == null ? 1 : zeros.length();
    return "0".repeat(Math.max(0, width - digits.length())) + digits;
  }
}
