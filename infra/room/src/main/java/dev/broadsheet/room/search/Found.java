package dev.broadsheet.room.search;

import dev.broadsheet.contract.Article;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What was found.
///
/// @param total articles, all pages together
/// @param tookMillis time that Elasticsearch took
/// @param page this page of results, from 1
/// @param pages that can be leafed through
/// @param results in the order asked for
/// @param facets values by facet, those with most articles first
/// @param histogram articles over time; null when none has a day
/// @param undated articles without a day
public record Found(
    long total,
    long tookMillis,
    int page,
    int pages,
    List<Result> results,
    Map<String, List<Count>> facets,
    @Nullable Histogram histogram,
    long undated) {
  public Found {
    results = List.copyOf(results);
    facets = Map.copyOf(facets);
  }

  /// An article in a list.
  ///
  /// @param excerpts pieces of its text, each cut into parts
  public record Result(
      String id,
      @Nullable LocalDate publishedOn,
      Article.Issue issue,
      List<Part> kicker,
      List<Part> headline,
      List<List<Part>> subheads,
      @Nullable String column,
      @Nullable String genre,
      List<Topic> topics,
      List<List<Part>> excerpts,
      int length,
      List<String> flags) {}

  /// A media topic without its evidence.
  public record Topic(String code, String label) {}

  /// A value and how many articles have it.
  public record Count(String value, long articles) {}

  /// Articles over time.
  ///
  /// @param unit `day`, `month`, `quarter` or `year`
  /// @param bars in order; stretches without articles have none
  public record Histogram(String unit, List<Bar> bars) {}

  /// A stretch of time.
  ///
  /// @param from first day
  /// @param to last day
  public record Bar(LocalDate from, LocalDate to, long articles) {}
}
