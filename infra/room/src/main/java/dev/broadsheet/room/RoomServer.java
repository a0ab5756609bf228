package dev.broadsheet.room;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import dev.broadsheet.contract.Unreachable;
import dev.broadsheet.contract.access.Listener;
import dev.broadsheet.room.search.ArticleIndex;
import dev.broadsheet.room.state.Pipeline;
import dev.broadsheet.room.state.RoomState;
import java.net.URI;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The reading room's listener.
public final class RoomServer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(RoomServer.class);
  private static final int CONNECTIONS = 256;
  private static final int HEADER_BYTES = 16 * 1024;
  private static final int IDLE_MILLIS = 30_000;
  private static final int STOP_MILLIS = 2_000;

  private final Server server;
  private final URI address;

  private RoomServer(Server server, URI address) {
    this.server = server;
    this.address = address;
  }

  /// Begins to listen.
  ///
  /// @param client stays its owner's to close
  /// @param alias that searches go to
  /// @throws Unreachable when the address is taken, or the key store cannot be opened
  public static RoomServer open(
      RoomConfig config, ElasticsearchClient client, String alias, Pipeline pipeline) {
    var index = new ArticleIndex(client, alias);
    var api = new Api(index, new RoomState(index, pipeline));
    var server = new Server(new VirtualThreadPool(CONNECTIONS));
    ServerConnector connector = connector(server, config);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(CONNECTIONS, server));
    server.setHandler(new RoomHandler(new Admission(config), Assets.load(), api));
    server.setErrorHandler(new ErrorAnswers());
    server.setStopTimeout(STOP_MILLIS);
    try {
      server.start();
    } catch (Exception e) {
      stop(server);
      throw new Unreachable(
          "room.address=%s: it cannot be listened on: %s"
              .formatted(config.listener().address(), e.getMessage()),
          e);
    }
    var room = new RoomServer(server, address(config, connector.getLocalPort()));
    log.atInfo().addKeyValue("address", room.address).log("The reading room is open");
    return room;
  }

  /// Where it listens, for a browser on this machine.
  public URI address() {
    return address;
  }

  @Override
  public void close() {
    stop(server);
  }

  private static void stop(Server server) {
    try {
      server.stop();
    } catch (Exception e) {
      log.atWarn().addKeyValue("reason", e.getMessage()).log("The room did not close in order");
    }
  }

  private static URI address(RoomConfig config, int port) {
    String host =
        config.listener().address().getAddress().isAnyLocalAddress()
            ? "localhost"
            : config.listener().address().getHostString();
    return URI.create(
        "%s://%s:%d/"
            .formatted(
                config.listener().scheme(), host.contains(":") ? "[" + host + "]" : host, port));
  }

  private static ServerConnector connector(Server server, RoomConfig config) {
    var http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(HEADER_BYTES);
    var connector = new ServerConnector(server, 1, 1, factories(config.listener(), http));
    connector.setHost(config.listener().address().getAddress().getHostAddress());
    connector.setPort(config.listener().address().getPort());
    connector.setIdleTimeout(IDLE_MILLIS);
    return connector;
  }

  private static ConnectionFactory[] factories(Listener listener, HttpConfiguration http) {
    var plain = new HttpConnectionFactory(http);
    return listener
        .tls()
        .map(context -> encrypted(context, http, plain))
        .orElse(new ConnectionFactory[] {plain});
  }

  private static ConnectionFactory[] encrypted(
      SSLContext context, HttpConfiguration http, HttpConnectionFactory plain) {
    // Host names are the business of whoever asks: addresses without a name are served, too.
    http.addCustomizer(new SecureRequestCustomizer(false));
    var tls = new SslContextFactory.Server();
    tls.setSslContext(context);
    return new ConnectionFactory[] {new SslConnectionFactory(tls, plain.getProtocol()), plain};
  }
}
