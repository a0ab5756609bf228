package dev.broadsheet.sink;

import dev.broadsheet.sink.bulk.ArticleIndexer;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.consumer.Consumer;

/// What the loop works with.
record SinkParts(
    Consumer<byte[], byte[]> consumer,
    ArticleIndexer indexer,
    Settlement settlement,
    Committer committer,
    LongSupplier nanoClock) {
  /// Time for requests and letters under way when the sink stops. With the limits of committing
  /// and closing, an end takes 30 seconds at most.
  static final Duration DRAIN_LIMIT = Duration.ofSeconds(10);
}
