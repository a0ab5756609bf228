package dev.broadsheet.bench.load;

import dev.broadsheet.stack.lifeline.Lifeline;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/// Brings documents into an index in one of the ways that the sink is compared with, then stays, so
/// that what it took can be read, until it is ended.
public final class LoadMain {
  private LoadMain() {}

  /// What is loaded, and where to.
  ///
  /// @param elasticsearch the node
  /// @param alias to write to
  /// @param documents how many there are
  /// @param bytes of a bulk request
  /// @param inFlight requests at a time
  record Target(URI elasticsearch, String alias, long documents, int bytes, int inFlight) {}

  /// @param args way, node, alias, number of documents, bytes of a request, requests at a time;
  ///     then for `bulk` the file, for the others the broker, the topic and the group
  public static void main(String[] args) throws Exception {
    Lifeline.follow();
    var target =
        new Target(
            URI.create(args[1]),
            args[2],
            Long.parseLong(args[3]),
            Integer.parseInt(args[4]),
            Integer.parseInt(args[5]));
    switch (args[0]) {
      case "bulk" -> bulk(target, Path.of(args[6]));
      case "pass" -> PassThrough.run(target, () -> new Reader(args[6], args[7], args[8]));
      case "peer" -> Peer.run(target, () -> new Reader(args[6], args[7], args[8]));
      default -> throw new IllegalArgumentException("way " + args[0]);
    }
    new CountDownLatch(1).await();
  }

  /// Bodies that are ready before the first is sent: the most that the node takes.
  private static void bulk(Target target, Path documents) throws IOException, InterruptedException {
    var bodies = Documents.bodies(documents, target.bytes());
    var sender = new BulkSender(target.elasticsearch(), target.alias(), target.inFlight());
    for (byte[] body : bodies) {
      sender.send(body);
    }
    sender.await();
  }
}
