package dev.broadsheet.room.state;

import dev.broadsheet.contract.Unreachable;
import dev.broadsheet.room.search.ArticleIndex;
import dev.broadsheet.room.search.Pages;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What the strip of the page shows. Safe for many threads.
public final class RoomState {
  private static final Logger log = LoggerFactory.getLogger(RoomState.class);
  private static final Duration SOON = Duration.ofSeconds(4);
  private static final Duration LATER = Duration.ofSeconds(60);

  private final Cached<Pages.Holdings, IOException> holdings;
  private final Cached<Pipeline.Lag, RuntimeException> lag;
  private final Cached<List<Pipeline.Letters>, RuntimeException> letters;

  public RoomState(ArticleIndex index, Pipeline pipeline) {
    this.holdings = new Cached<>(SOON, System::nanoTime, index::holdings);
    this.lag = new Cached<>(SOON, System::nanoTime, pipeline::lag);
    this.letters = new Cached<>(LATER, System::nanoTime, pipeline::letters);
  }

  /// How far everything is.
  ///
  /// @param holdings what the index has
  /// @param lag null when Kafka does not answer
  /// @param letters null when Kafka does not answer
  public record View(
      Pages.Holdings holdings,
      Pipeline.@Nullable Lag lag,
      @Nullable List<Pipeline.Letters> letters) {}

  /// Asks, unless it was asked moments ago.
  public View read() throws IOException {
    Pages.Holdings held = holdings.get();
    try {
      return new View(held, lag.get(), letters.get());
    } catch (Unreachable e) {
      log.atWarn().addKeyValue("reason", e.getMessage()).log("Kafka does not answer");
      return new View(held, null, null);
    }
  }
}
