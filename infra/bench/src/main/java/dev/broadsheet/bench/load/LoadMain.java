package dev.broadsheet.bench.load;

import dev.broadsheet.stack.lifeline.Lifeline;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;

/// Brings documents into an index in one of the ways that the sink is compared with, again and
/// again: whenever all documents are in its topic once more, or are ordered, until it is ended.
public final class LoadMain {
  private LoadMain() {}

  /// What is loaded, and where to.
  ///
  /// @param elasticsearch the node
  /// @param alias to write to
  /// @param documents how many there are in a round
  record Target(URI elasticsearch, String alias, long documents) {}

  /// @param args way, node, alias, number of documents; then for `bulk` the file of documents and
  ///     the folder of orders, for the others the broker, the topic and the group
  public static void main(String[] args) throws IOException, InterruptedException {
    Lifeline.follow();
    var target = new Target(URI.create(args[1]), args[2], Long.parseLong(args[3]));
    switch (args[0]) {
      case "bulk" -> RawBulk.run(target, Path.of(args[4]), new Orders(Path.of(args[5])));
      case "pass" -> PassThrough.run(target, new Reader(args[4], args[5], args[6]));
      case "peer" -> Peer.run(target, new Reader(args[4], args[5], args[6]));
      default -> throw new IllegalArgumentException("way " + args[0]);
    }
  }
}
