package dev.broadsheet.sink.bulk;

import co.elastic.clients.transport.rest5_client.low_level.Cancellable;
import co.elastic.clients.transport.rest5_client.low_level.Request;
import co.elastic.clients.transport.rest5_client.low_level.Response;
import co.elastic.clients.transport.rest5_client.low_level.ResponseException;
import co.elastic.clients.transport.rest5_client.low_level.ResponseListener;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.io.IOException;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;

/// [Transport] over the low-level client, which sends the bytes as they are.
public final class Rest5Transport implements Transport {
  private final Rest5Client client;

  public Rest5Transport(Rest5Client client) {
    this.client = client;
  }

  @Override
  public Runnable post(
      String path,
      Map<String, String> parameters,
      String contentType,
      Body body,
      Consumer<Reply> done) {
    Request request = new Request("POST", path);
    request.addParameters(parameters);
    request.setEntity(new BodyEntity(body, ContentType.create(contentType)));
    Cancellable cancellable =
        client.performRequestAsync(
            request,
            new ResponseListener() {
              @Override
              public void onSuccess(Response response) {
                done.accept(reply(response));
              }

              @Override
              public void onFailure(Exception exception) {
                done.accept(
                    exception instanceof ResponseException answered
                        ? reply(answered.getResponse())
                        : new Reply.Failure(cause(exception)));
              }
            });
    return cancellable::cancel;
  }

  private static Reply reply(Response response) {
    HttpEntity entity = response.getEntity();
    try {
      byte[] body = entity == null ? new byte[0] : EntityUtils.toByteArray(entity);
      return new Reply.Answer(response.getStatusCode(), body == null ? new byte[0] : body);
    } catch (IOException e) {
      return new Reply.Failure(cause(e));
    }
  }

  // The kind of failure and the address; messages of this layer hold no document.
  private static String cause(Exception exception) {
    return exception.getClass().getSimpleName() + ": " + exception.getMessage();
  }
}
