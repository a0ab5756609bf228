package dev.broadsheet.room.search;

import dev.broadsheet.contract.Article;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a list of results needs of an article document; all else of it stays in the index.
record Face(
    String id,
    @Nullable LocalDate publishedOn,
    Article.Issue issue,
    @Nullable String headline,
    @Nullable String kicker,
    List<String> subheads,
    @Nullable String column,
    @Nullable String genre,
    List<Article.TopicLabel> topics,
    int length,
    List<String> flags) {
  static final List<String> FIELDS =
      List.of(
          "id",
          "published_on",
          "issue",
          "headline",
          "kicker",
          "subheads",
          "column",
          "genre",
          "topics",
          "length",
          "flags");

  /// The face with what the highlighter marked.
  Found.Result result(Map<String, List<String>> highlights, Marks marks) {
    return new Found.Result(
        id,
        publishedOn,
        issue,
        whole(kicker, highlights.get("kicker"), marks),
        whole(headline, highlights.get("headline"), marks),
        subheads.stream().map(s -> one(s, highlights.get("subheads"), marks)).toList(),
        column,
        genre,
        topics.stream().map(t -> new Found.Topic(t.code(), t.label())).toList(),
        excerpts(highlights, marks),
        length,
        flags);
  }

  private static List<Part> whole(
      @Nullable String plain, @Nullable List<String> marked, Marks marks) {
    return plain == null ? List.of() : one(plain, marked, marks);
  }

  /// The parts of a text, if the highlighter marked just that text; else the text as one part.
  private static List<Part> one(String plain, @Nullable List<String> marked, Marks marks) {
    return (marked == null ? List.<String>of() : marked)
        .stream()
            .map(m -> Part.parse(m, marks))
            .filter(parts -> Part.text(parts).equals(plain))
            .findFirst()
            .orElseGet(() -> Part.plain(plain));
  }

  /// Pieces of the body, and of captions and the byline where words were found there.
  private static List<List<Part>> excerpts(Map<String, List<String>> highlights, Marks marks) {
    var all = new ArrayList<List<Part>>();
    for (String field : Search.EXCERPTS) {
      for (String marked : highlights.getOrDefault(field, List.of())) {
        all.add(Part.parse(marked, marks));
      }
    }
    return all;
  }
}
