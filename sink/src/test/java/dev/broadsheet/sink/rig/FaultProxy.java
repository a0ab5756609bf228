package dev.broadsheet.sink.rig;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/// A proxy in front of Elasticsearch that spoils the answers to bulk requests, one fault after the
/// other, and passes everything else on.
public final class FaultProxy implements AutoCloseable {
  private final URI upstream;
  private final ServerSocket server;
  private final HttpClient client = HttpClient.newHttpClient();
  private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();
  private final AtomicInteger bulkRequests = new AtomicInteger();

  /// What happens to a bulk request.
  public sealed interface Fault {
    /// It is not passed on and answered with a page, as a gateway does.
    record Status(int status) implements Fault {}

    /// It is passed on; the answer is kept and the connection is cut.
    record Swallow() implements Fault {}

    /// It is passed on; half of the answer is sent and the connection is cut.
    record Truncate() implements Fault {}

    /// It is passed on; something else is answered with status 200.
    record Garble() implements Fault {}

    /// It is passed on; nothing is answered and the connection stays open.
    record Hang() implements Fault {}
  }

  public FaultProxy(URI upstream) throws IOException {
    this.upstream = upstream;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    Thread.ofVirtual().start(this::accept);
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort());
  }

  /// The next bulk requests meet these, one each.
  public FaultProxy with(Fault... next) {
    for (Fault fault : next) {
      faults.add(fault);
    }
    return this;
  }

  public int bulkRequests() {
    return bulkRequests.get();
  }

  /// Whether all faults have happened.
  public boolean spent() {
    return faults.isEmpty();
  }

  @Override
  public void close() throws IOException {
    server.close();
    client.shutdownNow();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException e) {
        if (!server.isClosed()) {
          throw new UncheckedIOException(e);
        }
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      boolean more = true;
      while (more) {
        more = exchange(in, socket.getOutputStream());
      }
    } catch (IOException e) {
      // The client went away, or the test is over: nothing to tell anyone.
      Thread.currentThread().interrupt();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean exchange(InputStream in, OutputStream out)
      throws IOException, InterruptedException {
    String start = line(in);
    if (start.isEmpty()) {
      return false;
    }
    String[] request = start.split(" ", 3);
    int length = 0;
    String type = "application/json";
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      String lower = header.toLowerCase(Locale.ROOT);
      if (lower.startsWith("content-length:")) {
        length = Integer.parseInt(header.substring(15).strip());
      } else if (lower.startsWith("content-type:")) {
        type = header.substring(13).strip();
      } else if (lower.startsWith("transfer-encoding:")) {
        throw new IOException("chunked requests are not spoken here");
      }
    }
    byte[] body = in.readNBytes(length);
    Fault fault = null;
    if (request[1].contains("_bulk")) {
      bulkRequests.incrementAndGet();
      fault = faults.poll();
    }
    if (fault instanceof Fault.Status(var status)) {
      return answer(out, status, "text/html", "<html>not now</html>".getBytes(UTF_8));
    }
    HttpResponse<byte[]> response = forward(request[0], request[1], type, body);
    return switch (fault) {
      case null ->
          answer(
              out,
              response.statusCode(),
              response.headers().firstValue("content-type").orElse("application/json"),
              response.body());
      case Fault.Status _ -> throw new AssertionError("handled above");
      case Fault.Swallow _ -> false;
      case Fault.Truncate _ -> {
        head(out, 200, "application/json", response.body().length);
        out.write(response.body(), 0, response.body().length / 2);
        out.flush();
        yield false;
      }
      case Fault.Garble _ -> answer(out, 200, "application/json", "{\"items\":[{}".getBytes(UTF_8));
      case Fault.Hang _ -> {
        // Ends when the client closes.
        yield in.read() >= 0;
      }
    };
  }

  private HttpResponse<byte[]> forward(String method, String path, String type, byte[] body)
      throws IOException, InterruptedException {
    HttpRequest.BodyPublisher publisher =
        body.length == 0
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofByteArray(body);
    HttpRequest request =
        HttpRequest.newBuilder(upstream.resolve(path))
            .header("Content-Type", type)
            .method(method, publisher)
            .build();
    return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
  }

  private static boolean answer(OutputStream out, int status, String type, byte[] body)
      throws IOException {
    head(out, status, type, body.length);
    out.write(body);
    out.flush();
    return true;
  }

  private static void head(OutputStream out, int status, String type, int length)
      throws IOException {
    out.write(
        "HTTP/1.1 %d x\r\nContent-Type: %s\r\nContent-Length: %d\r\nX-Elastic-Product: Elasticsearch\r\n\r\n"
            .formatted(status, type, length)
            .getBytes(ISO_8859_1));
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        if (line.isEmpty()) {
          return "";
        }
        throw new EOFException();
      }
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
