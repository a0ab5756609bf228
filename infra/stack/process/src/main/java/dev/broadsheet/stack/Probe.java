package dev.broadsheet.stack;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/// Asks the servers whether they do their work.
final class Probe {
  private static final int LIMIT_MS = 2_000;

  private Probe() {}

  /// The broker is asked past any proxy: readiness is its own affair.
  static boolean isBrokerReady(Ports ports) {
    if (!accepts(ports.internal())) {
      return false;
    }
    Map<String, Object> config =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
            Ports.HOST + ":" + ports.internal(),
            AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG,
            LIMIT_MS,
            AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
            LIMIT_MS);
    try (var admin = Admin.create(config)) {
      return !admin.describeCluster().nodes().get(LIMIT_MS, TimeUnit.MILLISECONDS).isEmpty();
    } catch (ExecutionException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// A single node with indices that want replicas is yellow for good.
  static boolean isNodeReady(Ports ports) {
    if (!accepts(ports.http())) {
      return false;
    }
    URI health =
        URI.create(
            "http://%s:%d/_cluster/health?wait_for_status=yellow&timeout=1s"
                .formatted(Ports.HOST, ports.http()));
    var limit = Duration.ofMillis(LIMIT_MS);
    try (var client = HttpClient.newBuilder().connectTimeout(limit).build()) {
      var request = HttpRequest.newBuilder(health).timeout(limit).build();
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// Cheap, and keeps the clients' complaints about a server that is not there yet out of logs.
  private static boolean accepts(int port) {
    try (var socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), LIMIT_MS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
