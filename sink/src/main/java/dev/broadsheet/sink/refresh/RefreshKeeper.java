package dev.broadsheet.sink.refresh;

import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Response;
import co.elastic.clients.transport.rest5_client.low_level.ResponseException;
import co.elastic.clients.transport.rest5_client.low_level.ResponseListener;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import dev.broadsheet.contract.Json;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/// Lets the index be refreshed every 29 seconds while a backfill is under way, and as Elasticsearch
/// does by itself otherwise: every second while somebody searches.
///
/// Every refresh makes a segment that is merged later, which a backfill pays dearly. One sink of
/// the group does this, that of the first partition. It holds the index against what is due every
/// second of a backfill and every 15 seconds otherwise, so that what another sink left behind, a
/// node that was away or another index behind the alias is put right. An interval that somebody
/// else has set stays.
///
/// The owner thread calls [#advance], which never waits.
public final class RefreshKeeper {
  /// What is set in a backfill, and taken for ours when it is found: nobody else sets this.
  public static final String SELDOM = "29s";

  private static final Logger LOG = LoggerFactory.getLogger(RefreshKeeper.class);
  private static final String SETTING = "index.refresh_interval";
  private static final long LOOK_NANOS = Duration.ofSeconds(1).toNanos();
  private static final long CHECK_NANOS = Duration.ofSeconds(15).toNanos();
  private static final int LEAST_ERROR = 300;
  private static final int FORBIDDEN = 403;

  private final Index index;
  private final LongSupplier indexed;
  private final DoubleSupplier share;
  private final LongSupplier nanoClock;
  private final Pace pace = new Pace();
  private final AtomicBoolean asking = new AtomicBoolean();
  private final AtomicBoolean forbidden = new AtomicBoolean();
  private long nextLook;
  private long lastCheck;
  private boolean checked;

  /// The server and the alias that is written to.
  public record Index(Rest5Client client, String alias) {}

  /// @param indexed articles that this sink has written so far
  /// @param share of all partitions that is this sink's when it has the first one, else 0
  public RefreshKeeper(
      Index index, LongSupplier indexed, DoubleSupplier share, LongSupplier nanoClock) {
    this.index = index;
    this.indexed = indexed;
    this.share = share;
    this.nanoClock = nanoClock;
    this.nextLook = nanoClock.getAsLong();
    this.lastCheck = nextLook - CHECK_NANOS;
    pace.begin(nextLook, indexed.getAsLong());
  }

  /// Does what is due.
  public void advance() {
    long now = nanoClock.getAsLong();
    if (now - nextLook < 0) {
      return;
    }
    nextLook = now + LOOK_NANOS;
    double part = share.getAsDouble();
    if (part == 0) {
      pace.begin(now, indexed.getAsLong());
      return;
    }
    boolean backfill = pace.isBackfill(now, indexed.getAsLong(), part);
    boolean due = backfill || checked || now - lastCheck >= CHECK_NANOS;
    if (due && asking.compareAndSet(false, true)) {
      checked = backfill;
      lastCheck = now;
      check(backfill);
    }
  }

  private void check(boolean seldom) {
    ask(
        new Request("GET", "/%s/_settings/%s".formatted(index.alias(), SETTING)),
        settings -> {
          String found = interval(settings);
          if (seldom ? found.isEmpty() : found.equals(SELDOM)) {
            set(seldom);
          } else {
            asking.set(false);
          }
        });
  }

  private static String interval(JsonNode settings) {
    for (JsonNode index : settings) {
      return index.at("/settings/index/refresh_interval").asString("");
    }
    return "";
  }

  private void set(boolean seldom) {
    Request request = new Request("PUT", "/%s/_settings".formatted(index.alias()));
    request.setJsonEntity(
        "{\"%s\":%s}".formatted(SETTING, seldom ? "\"%s\"".formatted(SELDOM) : "null"));
    ask(
        request,
        _ -> {
          asking.set(false);
          LOG.atInfo()
              .addKeyValue("interval", seldom ? SELDOM : "default")
              .log(seldom ? "Backfill: the index is refreshed seldom" : "Backfill is over");
        });
  }

  private void ask(Request request, Consumer<JsonNode> then) {
    index
        .client()
        .performRequestAsync(
            request,
            new ResponseListener() {
              @Override
              public void onSuccess(Response response) {
                read(request, response, then);
              }

              @Override
              public void onFailure(Exception exception) {
                if (exception instanceof ResponseException answered) {
                  read(request, answered.getResponse(), then);
                } else {
                  giveUp(exception.getClass().getSimpleName());
                }
              }
            });
  }

  private void read(Request request, Response response, Consumer<JsonNode> then) {
    JsonNode body;
    try {
      body = Json.tree(EntityUtils.toByteArray(response.getEntity()));
    } catch (IOException | RuntimeException e) {
      giveUp(e.getClass().getSimpleName());
      return;
    }
    // A full disk forbids it as well, by a block of another type.
    if (response.getStatusCode() == FORBIDDEN
        && body.at("/error/type").asString("").equals("security_exception")
        && !forbidden.getAndSet(true)) {
      LOG.atWarn()
          .addKeyValue("request", request.getMethod() + " " + request.getEndpoint())
          .log(
              "The API key does not let the sink change the refresh interval of the index, which"
                  + " makes a backfill slower: give it the role of infra/deploy/security");
    }
    if (response.getStatusCode() >= LEAST_ERROR) {
      giveUp("status " + response.getStatusCode());
    } else {
      then.accept(body);
    }
  }

  /// Until the next check: the index does its work at any interval.
  private void giveUp(String reason) {
    asking.set(false);
    LOG.atDebug().addKeyValue("reason", reason).log("Refresh interval was not checked");
  }
}
