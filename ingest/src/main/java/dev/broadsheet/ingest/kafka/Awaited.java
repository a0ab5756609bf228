package dev.broadsheet.ingest.kafka;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;

/// The results of Kafka's clients, waited for; they bound the wait themselves.
public final class Awaited {
  private Awaited() {}

  /// The result of an administrative call.
  ///
  /// @throws KafkaException the client's own
  public static <T> T of(KafkaFuture<T> future) {
    return of(future.toCompletionStage().toCompletableFuture());
  }

  /// The result of a send.
  ///
  /// @throws KafkaException the client's own
  public static <T> T of(Future<T> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      throw new InterruptException(e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
    }
  }
}
