package dev.broadsheet.rig.proxy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Finds the heads of Kafka's frames in a stream of bytes: four bytes of length, then the frame.
final class KafkaFrames {
  private static final int LENGTH_BYTES = 4;
  private static final int HEAD_BYTES = 128;

  private final ByteBuffer size = ByteBuffer.allocate(LENGTH_BYTES);
  private final ByteBuffer head = ByteBuffer.allocate(HEAD_BYTES);
  private int left;
  private boolean told = true;

  /// The first bytes of a frame.
  record Head(ByteBuffer bytes) {
    /// Of a request: what is asked.
    int apiKey() {
      return bytes.getShort(0);
    }

    /// Of a request: its number.
    int correlation() {
      return bytes.getInt(4);
    }

    /// Of an answer: the number of the request.
    int answerTo() {
      return bytes.getInt(0);
    }

    /// Of a request: what the client calls itself.
    String client() {
      if (bytes.limit() < 10) {
        return "";
      }
      int length = Math.min(bytes.getShort(8), bytes.limit() - 10);
      if (length <= 0) {
        return "";
      }
      byte[] name = new byte[length];
      bytes.get(10, name);
      return new String(name, StandardCharsets.UTF_8);
    }
  }

  /// The heads that are complete with these bytes.
  List<Head> see(byte[] chunk, int length) {
    var heads = new ArrayList<Head>();
    int at = 0;
    while (at < length) {
      if (told && left == 0) {
        size.put(chunk[at++]);
        if (!size.hasRemaining()) {
          left = size.getInt(0);
          size.clear();
          head.clear();
          told = false;
        }
        continue;
      }
      int n = Math.min(left, length - at);
      int kept = Math.min(n, head.remaining());
      head.put(chunk, at, kept);
      at += n;
      left -= n;
      if (!told && (left == 0 || !head.hasRemaining())) {
        told = true;
        if (head.position() >= LENGTH_BYTES) {
          heads.add(new Head(ByteBuffer.wrap(copy())));
        }
      }
    }
    return heads;
  }

  private byte[] copy() {
    byte[] bytes = new byte[head.position()];
    head.get(0, bytes);
    return bytes;
  }
}
