package dev.broadsheet.cli.letter;

import dev.broadsheet.contract.Unreachable;
import dev.broadsheet.contract.access.KafkaAccess;
import dev.broadsheet.contract.access.KafkaFault;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Closes letters by hand: a mark in the letter's own partition, for letters from which nothing can
/// be made. The letter stays.
public final class Closer {
  private static final int CALL_MS = 10_000;

  private final KafkaAccess kafka;

  public Closer(KafkaAccess kafka) {
    this.kafka = kafka;
  }

  /// Writes the mark.
  ///
  /// @throws Unreachable when Kafka does not take it
  public void close(Place place) {
    var config =
        Map.<String, Object>of(
            ProducerConfig.ACKS_CONFIG,
            "all",
            ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
            CALL_MS / 2,
            ProducerConfig.LINGER_MS_CONFIG,
            0,
            ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
            CALL_MS,
            ProducerConfig.MAX_BLOCK_MS_CONFIG,
            CALL_MS);
    try (var producer =
        new KafkaProducer<>(
            kafka.client(config), new ByteArraySerializer(), new ByteArraySerializer())) {
      var mark = new ProducerRecord<byte[], byte[]>(place.topic(), place.partition(), null, null);
      mark.headers().add(Letter.CLOSES, place.toString().getBytes(StandardCharsets.UTF_8));
      producer.send(mark).get();
    } catch (ExecutionException | KafkaException e) {
      throw KafkaFault.describe(kafka, e)
          .orElseGet(
              () ->
                  new Unreachable(
                      "Kafka at %s does not take the mark for %s".formatted(kafka, place), e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable("interrupted while waiting for Kafka", e);
    }
  }
}
