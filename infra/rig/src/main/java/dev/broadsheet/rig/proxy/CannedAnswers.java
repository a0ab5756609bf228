package dev.broadsheet.rig.proxy;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Reads HTTP requests and gives each the answer of the mode. Bodies are told by their length or
/// come in chunks.
final class CannedAnswers {
  private static final int MAX_HEAD = 64 * 1024;

  private final Socket client;
  private final ModeHolder mode;

  CannedAnswers(Socket client, ModeHolder mode) {
    this.client = client;
    this.mode = mode;
  }

  void run() throws IOException {
    try (InputStream in = new BufferedInputStream(client.getInputStream())) {
      while (mode.current() instanceof ProxyMode.Answer(var answer)) {
        String head = head(in);
        if (head.isEmpty()) {
          return;
        }
        skipBody(in, head);
        client.getOutputStream().write(answer.bytes());
        client.getOutputStream().flush();
      }
    }
  }

  /// The request line and headers in lower case; empty at the end of the connection.
  private static String head(InputStream in) throws IOException {
    var head = new StringBuilder();
    for (int c = in.read(); c >= 0; c = in.read()) {
      head.append((char) c);
      if (head.length() >= 4 && head.substring(head.length() - 4).equals("\r\n\r\n")) {
        return head.toString().toLowerCase(Locale.ROOT);
      }
      if (head.length() > MAX_HEAD) {
        throw new IOException("a request head without end");
      }
    }
    return "";
  }

  private static void skipBody(InputStream in, String head) throws IOException {
    String length = value(head, "content-length");
    if (!length.isEmpty()) {
      in.skipNBytes(Long.parseLong(length));
    } else if (value(head, "transfer-encoding").equals("chunked")) {
      skipChunks(in);
    }
  }

  private static void skipChunks(InputStream in) throws IOException {
    long size;
    do {
      size = Long.parseLong(line(in).split(";", 2)[0].strip(), 16);
      in.skipNBytes(size + 2);
    } while (size > 0);
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      line.append((char) c);
    }
    return line.toString();
  }

  private static String value(String head, String name) {
    return head.lines()
        .filter(line -> line.startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1).strip())
        .map(text -> new String(text.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8))
        .findFirst()
        .orElse("");
  }
}
