package dev.broadsheet.room;

import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Admits requests and answers them.
final class RoomHandler extends Handler.Abstract {
  private static final String API = "/api/";

  private final Admission admission;
  private final Assets assets;
  private final Api api;

  RoomHandler(Admission admission, Assets assets, Api api) {
    this.admission = admission;
    this.assets = assets;
    this.api = api;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    Answer answer;
    try {
      admission.check(request);
      answer = answer(request);
    } catch (RequestRefused e) {
      answer = e.answer();
    }
    answer.write(response, callback);
    return true;
  }

  private Answer answer(Request request) throws RequestRefused {
    String path = request.getHttpURI().getPath();
    if (path != null && path.startsWith(API)) {
      return api.answer(path.substring(API.length()), request.getHttpURI().getQuery());
    }
    return assets
        .at(path == null ? "" : path)
        .map(asset -> Answer.file(asset, request.getHeaders().get(HttpHeader.IF_NONE_MATCH)))
        .orElseThrow(() -> new RequestRefused(404, "path", "no such file"));
  }
}
