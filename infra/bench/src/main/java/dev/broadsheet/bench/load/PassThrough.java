package dev.broadsheet.bench.load;

import dev.broadsheet.bench.load.LoadMain.Target;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// A sink that reads and sends and does nothing else: no checks, no care for single outcomes.
final class PassThrough {
  private PassThrough() {}

  static void run(Target target, Supplier<Reader> reader) throws InterruptedException {
    var sender = new BulkSender(target.elasticsearch(), target.alias(), target.inFlight());
    var body = new BulkBody(target.bytes());
    long read = 0;
    try (Reader articles = reader.get()) {
      while (read < target.documents()) {
        for (ConsumerRecord<byte[], byte[]> record : articles.next()) {
          if (!body.fits(record.value().length)) {
            sender.send(body.take());
            articles.commit();
          }
          body.add(new String(record.key(), StandardCharsets.UTF_8), 1, record.value());
          read++;
        }
      }
      sender.send(body.take());
      sender.await();
      articles.commit();
    }
  }
}
