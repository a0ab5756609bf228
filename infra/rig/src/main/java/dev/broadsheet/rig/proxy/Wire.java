package dev.broadsheet.rig.proxy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.protocol.ApiKeys;

/// Follows what is said on one connection, as far as needed to tell its [Moment]s. One thread for
/// each direction.
final class Wire {
  private final Protocol protocol;
  private final KafkaFrames requests = new KafkaFrames();
  private final KafkaFrames answers = new KafkaFrames();
  private final Map<Integer, Moment> open = new ConcurrentHashMap<>();
  private volatile Moment lastHttp = new Moment("", "", false);

  Wire(Protocol protocol) {
    this.protocol = protocol;
  }

  /// The moments that begin in these bytes.
  List<Moment> see(byte[] chunk, int length, boolean answer) {
    return switch (protocol) {
      case KAFKA -> kafka(chunk, length, answer);
      case HTTP -> http(chunk, length, answer);
      case OTHER -> List.of();
    };
  }

  private List<Moment> kafka(byte[] chunk, int length, boolean answer) {
    var moments = new ArrayList<Moment>();
    for (KafkaFrames.Head head : (answer ? answers : requests).see(chunk, length)) {
      if (answer) {
        Moment asked = open.remove(head.answerTo());
        if (asked != null) {
          moments.add(new Moment(asked.request(), asked.client(), true));
        }
      } else {
        int key = head.apiKey();
        String name = ApiKeys.hasId(key) ? ApiKeys.forId(key).name : Integer.toString(key);
        var moment = new Moment(name, head.client(), false);
        open.put(head.correlation(), moment);
        moments.add(moment);
      }
    }
    return moments;
  }

  /// Requests of one connection follow one another, and each begins a piece of its own.
  private List<Moment> http(byte[] chunk, int length, boolean answer) {
    var begin = new String(chunk, 0, Math.min(length, 300), StandardCharsets.ISO_8859_1);
    if (answer) {
      Moment asked = lastHttp;
      return begin.startsWith("HTTP/1.") && !asked.request().isEmpty()
          ? List.of(new Moment(asked.request(), "", true))
          : List.of();
    }
    int end = begin.indexOf(" HTTP/1.");
    if (end < 0) {
      return List.of();
    }
    lastHttp = new Moment(begin.substring(0, end), "", false);
    return List.of(lastHttp);
  }
}
