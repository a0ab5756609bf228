package dev.broadsheet.ingest.poll;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.zip.GZIPOutputStream;

/// A site on this machine that answers as it is told to, however odd that is.
final class OddSite implements AutoCloseable {
  /// Writes the answer to a request, as bytes on the line.
  @FunctionalInterface
  interface Answer {
    void write(Request request, OutputStream out) throws IOException;
  }

  /// A request.
  ///
  /// @param headers by lower-case name
  record Request(String path, Map<String, String> headers) {}

  private final ServerSocket socket;
  private final Map<String, Answer> answers = new ConcurrentHashMap<>();
  private final List<Request> requests = new CopyOnWriteArrayList<>();

  OddSite() throws IOException {
    socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  String url(String path) {
    return "http://127.0.0.1:" + socket.getLocalPort() + path;
  }

  OddSite on(String path, Answer answer) {
    answers.put(path, answer);
    return this;
  }

  /// Answers with a status, lines of headers and a body of known length.
  OddSite on(String path, int status, String headers, String body) {
    return on(path, (_, out) -> out.write(whole(status, headers, utf8(body))));
  }

  /// Paths that were asked for, in order; robots.txt aside.
  List<String> paths() {
    return requests.stream().map(Request::path).filter(p -> !p.equals("/robots.txt")).toList();
  }

  List<Request> requests() {
    return requests;
  }

  static byte[] whole(int status, String headers, byte[] body) {
    return joined(
        "HTTP/1.1 %d Odd\r\n%sContent-Length: %d\r\n\r\n".formatted(status, headers, body.length),
        body);
  }

  static byte[] joined(String head, byte[] body) {
    var bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head.getBytes(StandardCharsets.ISO_8859_1));
    bytes.writeBytes(body);
    return bytes.toByteArray();
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  static byte[] gzip(byte[] bytes) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    }
    return packed.toByteArray();
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }

  private void accept() {
    while (!socket.isClosed()) {
      try {
        Socket client = socket.accept();
        Thread.ofVirtual().start(() -> serve(client));
      } catch (IOException e) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void serve(Socket client) {
    try (client) {
      var in =
          new BufferedReader(
              new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
      String first = in.readLine();
      if (first == null) {
        return;
      }
      var headers = new ConcurrentHashMap<String, String>();
      for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
        int colon = line.indexOf(':');
        headers.put(
            line.substring(0, colon).toLowerCase(Locale.ROOT), line.substring(colon + 1).strip());
      }
      var request = new Request(first.split(" ", -1)[1], headers);
      requests.add(request);
      answers
          .getOrDefault(request.path(), (_, out) -> out.write(whole(404, "", new byte[0])))
          .write(request, client.getOutputStream());
      client.getOutputStream().flush();
    } catch (SocketException _) {
      // The other side had enough of this site.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
