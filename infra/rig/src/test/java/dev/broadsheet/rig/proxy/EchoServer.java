package dev.broadsheet.rig.proxy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Sends back what it gets, and remembers it.
final class EchoServer implements AutoCloseable {
  private final ServerSocket listener = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
  private final ByteArrayOutputStream received = new ByteArrayOutputStream();

  EchoServer() throws IOException {
    Thread.ofVirtual().start(this::accept);
  }

  int port() {
    return listener.getLocalPort();
  }

  String received() {
    return received.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Socket client = listener.accept();
        Thread.ofVirtual().start(() -> echo(client));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void echo(Socket client) {
    try (client) {
      byte[] chunk = new byte[8_192];
      for (int n = client.getInputStream().read(chunk); n >= 0; ) {
        received.write(chunk, 0, n);
        client.getOutputStream().write(chunk, 0, n);
        n = client.getInputStream().read(chunk);
      }
    } catch (IOException e) {
      // The proxy has reset the connection, which is what it is tested for.
      return;
    }
  }
}
