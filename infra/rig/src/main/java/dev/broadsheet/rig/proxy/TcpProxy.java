package dev.broadsheet.rig.proxy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// Stands between a client and a server on the loopback interface and treats their connections as
/// its mode says. The mode can be changed at any time, by any thread.
public final class TcpProxy implements AutoCloseable {
  /// Below the range that systems take outgoing ports from: while the proxy refuses connections,
  /// its port must not be given to anybody else.
  private static final int LOWEST_PORT = 12_000;

  private static final int HIGHEST_PORT = 19_000;
  private static final int PORT_TRIES = 1_000;

  private final InetSocketAddress server;
  private final InetSocketAddress address;
  private final Protocol protocol;
  private final ModeHolder mode = new ModeHolder();
  private final Set<Connection> open = ConcurrentHashMap.newKeySet();
  private final AtomicLong accepted = new AtomicLong();
  private @Nullable Listener listener;
  private volatile MomentListener momentListener = _ -> false;
  private boolean closed;

  private TcpProxy(InetSocketAddress server, ServerSocket listener, Protocol protocol) {
    this.server = server;
    this.protocol = protocol;
    this.address = (InetSocketAddress) listener.getLocalSocketAddress();
    listen(listener);
  }

  /// Starts a proxy in front of a port of this machine, on a free port.
  public static TcpProxy to(int serverPort, Protocol protocol) {
    return at(freePort(), serverPort, protocol);
  }

  /// Starts a proxy on a given port, in front of a port of this machine.
  ///
  /// @throws UncheckedIOException when the port is not free
  public static TcpProxy at(int port, int serverPort, Protocol protocol) {
    try {
      var loopback = InetAddress.getLoopbackAddress();
      return new TcpProxy(
          new InetSocketAddress(loopback, serverPort),
          bind(new InetSocketAddress(loopback, port)),
          protocol);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A port of this machine that is free and that the system gives to nobody by itself.
  public static int freePort() {
    IOException lastFailure = new IOException("none tried");
    for (int i = 0; i < PORT_TRIES; i++) {
      int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
      try (var socket = bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))) {
        return socket.getLocalPort();
      } catch (IOException e) {
        lastFailure = e;
      }
    }
    throw new UncheckedIOException("no free port", lastFailure);
  }

  /// Where clients connect to.
  public int port() {
    return address.getPort();
  }

  /// Connections that were accepted so far.
  public long connections() {
    return accepted.get();
  }

  /// How connections are treated now.
  public ProxyMode mode() {
    return mode.current();
  }

  /// Tells somebody of every moment from now on, and nobody else.
  public void tell(MomentListener other) {
    momentListener = other;
  }

  /// Changes how connections are treated.
  public synchronized void set(ProxyMode next) {
    if (closed) {
      return;
    }
    ProxyMode before = mode.change(next);
    boolean answering = before instanceof ProxyMode.Answer || next instanceof ProxyMode.Answer;
    for (Connection connection : open) {
      if (answering || next instanceof ProxyMode.Refuse || connection.isTorn()) {
        connection.reset();
      }
    }
    try {
      if (next instanceof ProxyMode.Refuse) {
        stopListening();
      } else if (listener == null) {
        listen(bind(address));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("port %d".formatted(port()), e);
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    try {
      stopListening();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      mode.change(new ProxyMode.Refuse());
      open.forEach(Connection::reset);
    }
  }

  private static ServerSocket bind(InetSocketAddress address) throws IOException {
    var socket = new ServerSocket();
    try {
      socket.setReuseAddress(true);
      socket.bind(address, 200);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private void listen(ServerSocket socket) {
    listener =
        new Listener(
            socket, Thread.ofVirtual().name("proxy-" + port()).start(() -> accept(socket)));
  }

  private void stopListening() throws IOException {
    if (listener != null) {
      listener.close();
      listener = null;
    }
  }

  /// A socket and the thread that accepts from it. The system's socket is closed by that thread, as
  /// it leaves: until then the port still takes connections.
  private record Listener(ServerSocket socket, Thread acceptor) {
    void close() throws IOException {
      socket.close();
      boolean interrupted = false;
      while (acceptor.isAlive()) {
        try {
          acceptor.join();
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private void accept(ServerSocket socket) {
    while (!socket.isClosed()) {
      try {
        serve(socket.accept());
      } catch (IOException e) {
        // Closed by a change of mode, or a client that was gone before it was accepted.
        if (socket.isClosed()) {
          return;
        }
      }
    }
  }

  private void serve(Socket client) {
    accepted.incrementAndGet();
    var connection =
        new Connection(
            client, server, mode, new Wire(protocol), moment -> momentListener.at(moment));
    open.add(connection);
    Thread.ofVirtual()
        .name("proxy-connection")
        .start(
            () -> {
              try {
                connection.run();
              } finally {
                open.remove(connection);
              }
            });
  }
}
