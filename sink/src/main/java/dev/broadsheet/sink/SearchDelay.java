package dev.broadsheet.sink;

import dev.broadsheet.contract.HeaderNames;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/// Times articles from the receipt of their issue to the moment at which the index has taken them.
/// Search shows them at the next refresh of the index. What the index has already is not timed
/// again; articles that are read again into an empty index count with their whole age. For one
/// thread.
final class SearchDelay implements Consumer<ConsumerRecord<byte[], byte[]>> {
  private static final Duration[] BOUNDS = {
    Duration.ofSeconds(1),
    Duration.ofSeconds(2),
    Duration.ofSeconds(5),
    Duration.ofSeconds(10),
    Duration.ofSeconds(30),
    Duration.ofMinutes(1),
    Duration.ofMinutes(5),
    Duration.ofHours(1)
  };

  private final Timer timer;
  private final InstantSource clock;

  /// The last that was read: all articles of an issue have the same.
  private byte[] lastText = {};

  private Optional<Instant> lastInstant = Optional.empty();

  SearchDelay(MeterRegistry meters, InstantSource clock) {
    this.clock = clock;
    this.timer =
        Timer.builder("broadsheet.searchable.delay")
            .description("from the receipt of an issue to its article in the index")
            .serviceLevelObjectives(BOUNDS)
            .register(meters);
  }

  @Override
  public void accept(ConsumerRecord<byte[], byte[]> article) {
    receivedAt(article)
        .map(at -> Duration.between(at, clock.instant()))
        .ifPresent(delay -> timer.record(delay.isNegative() ? Duration.ZERO : delay));
  }

  // Articles of a producer that gives no instant are not timed; the sink takes them all the same.
  private Optional<Instant> receivedAt(ConsumerRecord<byte[], byte[]> article) {
    Header header = article.headers().lastHeader(HeaderNames.RECEIVED_AT);
    if (header == null || header.value() == null) {
      return Optional.empty();
    }
    if (!Arrays.equals(header.value(), lastText)) {
      lastText = header.value();
      lastInstant = parse(lastText);
    }
    return lastInstant;
  }

  private static Optional<Instant> parse(byte[] text) {
    try {
      return Optional.of(Instant.parse(new String(text, StandardCharsets.UTF_8)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
