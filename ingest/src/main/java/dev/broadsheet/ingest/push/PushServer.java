package dev.broadsheet.ingest.push;

import dev.broadsheet.contract.Unreachable;
import dev.broadsheet.contract.access.Listener;
import dev.broadsheet.ingest.Inlet;
import dev.broadsheet.ingest.ledger.LedgerWriter;
import java.net.URI;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.VirtualThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The listener that takes issues in by HTTP.
public final class PushServer implements Inlet.Running {
  private static final Logger log = LoggerFactory.getLogger(PushServer.class);
  private static final int CONNECTIONS = 2_000;
  private static final int HEADER_BYTES = 16 * 1024;
  private static final int IDLE_MILLIS = 15_000;
  private static final int STOP_MILLIS = 5_000;

  private final Server server;
  private final PushQueue queue;

  private PushServer(Server server, PushQueue queue) {
    this.server = server;
    this.queue = queue;
  }

  /// The listener as an inlet, which opens it when the writer is there.
  public static Inlet inlet(PushConfig config) {
    return (writer, _) -> open(config, writer);
  }

  /// Begins to listen.
  ///
  /// @throws Unreachable when the address is taken, or the key store cannot be opened
  public static PushServer open(PushConfig config, LedgerWriter writer) {
    var queue = new PushQueue(writer, config.bounds().answer());
    var issues = new IssueHandler(queue, new RequestBody(config.bounds()));
    var rate = new RateLimit(config.bounds().rate(), config.bounds().burst(), System::nanoTime);
    var server = new Server(new VirtualThreadPool(CONNECTIONS));
    var push = new PushServer(server, queue);
    server.addConnector(connector(server, config));
    server.addBean(new NetworkConnectionLimit(CONNECTIONS, server));
    server.setHandler(
        new GracefulHandler(new PushHandler(config.listener().tokens(), rate, issues)));
    server.setErrorHandler(new ErrorAnswers());
    server.setStopTimeout(STOP_MILLIS);
    try {
      server.start();
    } catch (Exception e) {
      push.close();
      throw new Unreachable(
          "push.address=%s: it cannot be listened on: %s"
              .formatted(config.listener().address(), e.getMessage()),
          e);
    }
    log.atInfo().addKeyValue("address", push.address()).log("Taking issues in by HTTP");
    return push;
  }

  /// Where it listens.
  public URI address() {
    return server.getURI();
  }

  /// Answers what is under way, for five seconds at most, and ends.
  @Override
  public void close() {
    try {
      server.stop();
    } catch (Exception e) {
      log.atWarn().addKeyValue("reason", e.getMessage()).log("The listener did not end in order");
    }
    queue.close();
  }

  private static ServerConnector connector(Server server, PushConfig config) {
    var http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(HEADER_BYTES);
    // The key is read from the path as it stands; %2F and the like are for it to judge.
    http.setUriCompliance(UriCompliance.UNSAFE);
    var connector = new ServerConnector(server, 1, 1, factories(config.listener(), http));
    connector.setHost(config.listener().address().getAddress().getHostAddress());
    connector.setPort(config.listener().address().getPort());
    connector.setIdleTimeout(IDLE_MILLIS);
    connector.setAcceptQueueSize(CONNECTIONS);
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
