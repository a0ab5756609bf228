package dev.broadsheet.room;

import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import dev.broadsheet.room.search.ArticleIndex;
import dev.broadsheet.room.search.ArticleQuery;
import dev.broadsheet.room.search.Facet;
import dev.broadsheet.room.state.RoomState;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The questions that the page asks. Safe for many threads.
final class Api {
  private static final Logger log = LoggerFactory.getLogger(Api.class);
  private static final int AT_ONCE = 16;

  private final ArticleIndex index;
  private final RoomState state;
  private final Semaphore turns = new Semaphore(AT_ONCE);

  Api(ArticleIndex index, RoomState state) {
    this.index = index;
    this.state = state;
  }

  /// Answers a question.
  ///
  /// @param path behind `/api/`
  /// @param query as in the address, still encoded
  /// @throws RequestRefused when there is no such question, it is not well put, or the room is busy
  Answer answer(String path, @Nullable String query) throws RequestRefused {
    if (!turns.tryAcquire()) {
      throw new RequestRefused(503, "busy", "too many questions at once; ask again");
    }
    try {
      return switch (path) {
        case "search" -> search(query);
        case "article" -> article(Parameters.of(query, Set.of("id")));
        case "issue" -> issue(Parameters.of(query, Set.of("key")));
        case "state" -> Answer.json(200, state.read());
        default -> throw new RequestRefused(404, "path", "no such question");
      };
    } catch (IOException e) {
      throw unavailable(e.getClass().getSimpleName());
    } catch (ElasticsearchException e) {
      throw unavailable(String.valueOf(e.error().type()));
    } finally {
      turns.release();
    }
  }

  private Answer search(@Nullable String query) throws RequestRefused, IOException {
    Set<String> known = new HashSet<>(Facet.labels());
    known.addAll(List.of("q", "from", "to", "undated", "order", "page"));
    return Answer.json(200, index.find(query(Parameters.of(query, known))));
  }

  private static ArticleQuery query(Parameters given) throws RequestRefused {
    var chosen = new EnumMap<Facet, List<String>>(Facet.class);
    for (Facet facet : Facet.values()) {
      if (!given.all(facet.label()).isEmpty()) {
        chosen.put(facet, given.all(facet.label()));
      }
    }
    try {
      List<String> words = ArticleQuery.words(given.text("q"));
      var days =
          new ArticleQuery.Days(
              given.day("from"), given.day("to"), !given.text("undated").isEmpty());
      return new ArticleQuery(
          words,
          chosen,
          days,
          ArticleQuery.Order.of(given.text("order"), words),
          given.number("page", ArticleQuery.MAX_PAGE));
    } catch (IllegalArgumentException e) {
      throw Parameters.refused(String.valueOf(e.getMessage()));
    }
  }

  private Answer article(Parameters given) throws RequestRefused, IOException {
    return found(index.article(given.due("id")));
  }

  private Answer issue(Parameters given) throws RequestRefused, IOException {
    return found(index.issue(given.due("key")));
  }

  private static Answer found(Optional<? extends Object> value) throws RequestRefused {
    if (value.isEmpty()) {
      throw new RequestRefused(404, "none", "there is none, or it was withdrawn");
    }
    return Answer.json(200, value.get());
  }

  private static RequestRefused unavailable(String reason) {
    log.atWarn().addKeyValue("reason", reason).log("Elasticsearch did not answer a question");
    return new RequestRefused(503, "unavailable", "Elasticsearch does not answer as it should");
  }
}
