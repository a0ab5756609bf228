package dev.broadsheet.bench.load;

import dev.broadsheet.bench.load.LoadMain.Target;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;

/// Bodies that are ready before the first is sent: the most that the node takes.
final class RawBulk {
  private RawBulk() {}

  /// Loads the documents once for each order, for ever.
  static void run(Target target, Path documents, Orders orders)
      throws IOException, InterruptedException {
    HttpClient http = HttpClient.newHttpClient();
    while (true) {
      Orders.Order order = orders.next();
      var bodies = Documents.bodies(documents, order.bytes());
      var sender = new BulkSender(http, target.elasticsearch(), target.alias(), order.inFlight());
      orders.awaitGo();
      for (byte[] body : bodies) {
        sender.send(body);
      }
      sender.await();
    }
  }
}
