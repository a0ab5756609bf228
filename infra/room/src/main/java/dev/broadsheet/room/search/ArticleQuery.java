package dev.broadsheet.room.search;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a reader looks for.
///
/// @param words each must occur as a phrase; none for all articles
/// @param chosen values by facet; an article must have all of them
/// @param days when it was published
/// @param order of the results
/// @param page of results, from 1
public record ArticleQuery(
    List<String> words, Map<Facet, List<String>> chosen, Days days, Order order, int page) {
  /// Results on a page.
  public static final int PAGE_SIZE = 20;

  /// Elasticsearch leafs through no more than 10,000 results.
  public static final int MAX_PAGE = 10_000 / PAGE_SIZE;

  private static final int MAX_WORDS = 20;
  private static final int MAX_CHARACTERS = 200;
  private static final Pattern SPACE = Pattern.compile("[\\s\\u3000]+");

  /// The order of results.
  public enum Order {
    BEST,
    NEWEST,
    OLDEST;

    /// The order of that name; the best first where words are asked for and none is named.
    ///
    /// @throws IllegalArgumentException when there is no such order
    public static Order of(String name, List<String> words) {
      if (name.isEmpty()) {
        return words.isEmpty() ? NEWEST : BEST;
      }
      for (Order order : values()) {
        if (order.name().toLowerCase(Locale.ROOT).equals(name)) {
          return order;
        }
      }
      throw new IllegalArgumentException("order: best, newest or oldest");
    }
  }

  /// Days of publication.
  ///
  /// @param from first day, or null
  /// @param to last day, or null
  /// @param undated whether only articles without a day are asked for
  public record Days(@Nullable LocalDate from, @Nullable LocalDate to, boolean undated) {
    public Days {
      if (undated && (from != null || to != null)) {
        throw new IllegalArgumentException("undated: not together with from or to");
      }
    }
  }

  public ArticleQuery {
    words = List.copyOf(words);
    var checked = new EnumMap<Facet, List<String>>(Facet.class);
    chosen.forEach((facet, values) -> checked.put(facet, facet.check(values)));
    chosen = Map.copyOf(checked);
    if (page < 1 || page > MAX_PAGE) {
      throw new IllegalArgumentException("page: 1 to %d".formatted(MAX_PAGE));
    }
  }

  /// The words of a line, white space between.
  ///
  /// @throws IllegalArgumentException when there are too many
  public static List<String> words(String line) {
    if (line.length() > MAX_CHARACTERS) {
      throw new IllegalArgumentException("words: up to %d characters".formatted(MAX_CHARACTERS));
    }
    var words = SPACE.splitAsStream(line.strip()).filter(w -> !w.isEmpty()).toList();
    if (words.size() > MAX_WORDS) {
      throw new IllegalArgumentException("words: up to %d".formatted(MAX_WORDS));
    }
    return words;
  }
}
