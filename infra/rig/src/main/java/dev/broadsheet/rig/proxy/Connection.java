package dev.broadsheet.rig.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;

/// One client's connection: two threads that copy, one either way, or one that answers by itself.
final class Connection {
  private static final int CHUNK = 16 * 1024;
  private static final int SLICES_PER_SECOND = 10;
  private static final int CONNECT_MILLIS = 5_000;

  private final Socket client;
  private final InetSocketAddress address;
  private final ModeHolder mode;
  private final Wire wire;
  private final MomentListener listener;
  private final Socket server = new Socket();
  private volatile boolean torn;
  private long allowanceOf = -1;
  private long allowance;

  /// @param wire follows what is said
  /// @param listener is told of it
  Connection(
      Socket client,
      InetSocketAddress address,
      ModeHolder mode,
      Wire wire,
      MomentListener listener) {
    this.client = client;
    this.address = address;
    this.mode = mode;
    this.wire = wire;
    this.listener = listener;
  }

  /// Whether bytes of it were lost, so that it cannot go on.
  boolean isTorn() {
    return torn;
  }

  /// Serves the connection until either side ends it.
  void run() {
    try {
      if (mode.current() instanceof ProxyMode.Answer) {
        new CannedAnswers(client, mode).run();
      } else {
        relay();
      }
    } catch (IOException e) {
      // One side is gone; so is the connection.
      reset();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      reset();
    }
  }

  /// Ends the connection at once: the client sees a reset.
  void reset() {
    try {
      client.setSoLinger(true, 0);
    } catch (SocketException e) {
      torn = true;
    }
    close(client);
    close(server);
  }

  private void relay() throws IOException, InterruptedException {
    ModeHolder.Setting now = mode.setting();
    while (now.mode() instanceof ProxyMode.HalfOpen) {
      mode.awaitOther(now);
      now = mode.setting();
    }
    client.setTcpNoDelay(true);
    server.setTcpNoDelay(true);
    server.connect(address, CONNECT_MILLIS);
    Thread answers = Thread.ofVirtual().name("proxy-answers").start(this::copyAnswers);
    copy(client.getInputStream(), server.getOutputStream(), false);
    server.shutdownOutput();
    answers.join();
  }

  private void copyAnswers() {
    try {
      copy(server.getInputStream(), client.getOutputStream(), true);
      close(client);
    } catch (IOException e) {
      reset();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      reset();
    }
  }

  private void copy(InputStream from, OutputStream to, boolean answers)
      throws IOException, InterruptedException {
    byte[] chunk = new byte[CHUNK];
    for (int n = from.read(chunk); n >= 0; n = from.read(chunk)) {
      for (Moment moment : wire.see(chunk, n, answers)) {
        if (listener.at(moment)) {
          throw new IOException("cut at " + moment);
        }
      }
      pass(chunk, n, to, answers);
    }
  }

  private void pass(byte[] chunk, int length, OutputStream to, boolean answers)
      throws IOException, InterruptedException {
    ModeHolder.Setting now = mode.setting();
    while (now.mode() instanceof ProxyMode.HalfOpen) {
      mode.awaitOther(now);
      now = mode.setting();
    }
    switch (now.mode()) {
      case ProxyMode.Pass(), ProxyMode.HalfOpen(), ProxyMode.Answer(_) ->
          to.write(chunk, 0, length);
      case ProxyMode.Refuse() -> throw new IOException("refused");
      case ProxyMode.SwallowAnswers() -> {
        if (answers) {
          torn = true;
        } else {
          to.write(chunk, 0, length);
        }
      }
      case ProxyMode.Delay(var time) -> {
        if (answers) {
          Thread.sleep(time);
        }
        to.write(chunk, 0, length);
      }
      case ProxyMode.Throttle(var rate) -> trickle(chunk, length, to, rate, now);
      case ProxyMode.ResetAfter(var bytes) -> {
        if (writeWithin(chunk, length, to, answers, bytes, now)) {
          reset();
        }
      }
      case ProxyMode.Truncate(var bytes) -> {
        if (writeWithin(chunk, length, to, answers, bytes, now)) {
          close(client);
          close(server);
        }
      }
    }
  }

  /// Writes slowly, and at once when the mode has changed.
  private void trickle(byte[] chunk, int length, OutputStream to, int rate, ModeHolder.Setting now)
      throws IOException, InterruptedException {
    int slice = Math.max(1, rate / SLICES_PER_SECOND);
    int at = 0;
    while (at < length && mode.setting().number() == now.number()) {
      int n = Math.min(slice, length - at);
      to.write(chunk, at, n);
      at += n;
      Thread.sleep(Duration.ofMillis(1_000 / SLICES_PER_SECOND));
    }
    to.write(chunk, at, length - at);
  }

  /// Writes what may still go through; true when that was the last of it.
  private boolean writeWithin(
      byte[] chunk, int length, OutputStream to, boolean answers, int bytes, ModeHolder.Setting now)
      throws IOException {
    if (!answers) {
      to.write(chunk, 0, length);
      return false;
    }
    if (allowanceOf != now.number()) {
      allowanceOf = now.number();
      allowance = bytes;
    }
    int n = (int) Math.min(length, allowance);
    to.write(chunk, 0, n);
    to.flush();
    allowance -= n;
    return allowance == 0;
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException("a socket that cannot be closed", e);
    }
  }
}
