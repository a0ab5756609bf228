package dev.broadsheet.bench.load;

import dev.broadsheet.bench.load.LoadMain.Target;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// A sink that reads and sends and does nothing else: no checks, no care for single outcomes.
final class PassThrough {
  /// As the sink's.
  private static final int BYTES = 5_000_000;

  private static final int IN_FLIGHT = 2;

  private PassThrough() {}

  /// Loads all that comes, for ever; the last request of a round is smaller.
  static void run(Target target, Reader articles) throws InterruptedException {
    var sender =
        new BulkSender(
            HttpClient.newHttpClient(), target.elasticsearch(), target.alias(), IN_FLIGHT);
    var body = new BulkBody(BYTES);
    long read = 0;
    while (true) {
      for (ConsumerRecord<byte[], byte[]> record : articles.next()) {
        if (!body.fits(record.value().length)) {
          sender.send(body.take());
          articles.commit();
        }
        body.add(new String(record.key(), StandardCharsets.UTF_8), 1, record.value());
        if (++read % target.documents() == 0) {
          sender.send(body.take());
          sender.await();
          articles.commit();
        }
      }
    }
  }
}
