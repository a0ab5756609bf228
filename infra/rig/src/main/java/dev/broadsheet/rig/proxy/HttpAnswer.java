package dev.broadsheet.rig.proxy;

import java.nio.charset.StandardCharsets;

/// An answer that a proxy gives in place of the server.
///
/// @param status such as 503
/// @param contentType of the body
/// @param body text
public record HttpAnswer(int status, String contentType, String body) {
  private static final String JSON = "application/vnd.elasticsearch+json;compatible-with=9";

  /// Too busy, as Elasticsearch says it.
  public static HttpAnswer tooManyRequests() {
    return error(429, "es_rejected_execution_exception");
  }

  /// Not there at the moment, as Elasticsearch says it.
  public static HttpAnswer unavailable() {
    return error(503, "cluster_block_exception");
  }

  /// What a load balancer says whose server is gone.
  public static HttpAnswer badGateway() {
    return new HttpAnswer(502, "text/html", "<html><body><h1>502 Bad Gateway</h1></body></html>");
  }

  /// Success, and an answer that ends in the middle.
  public static HttpAnswer brokenJson() {
    return new HttpAnswer(
        200, JSON, "{\"took\":3,\"errors\":false,\"items\":[{\"index\":{\"_id\":");
  }

  private static HttpAnswer error(int status, String type) {
    return new HttpAnswer(
        status,
        JSON,
        "{\"error\":{\"type\":\"%s\",\"reason\":\"by the proxy\"},\"status\":%d}"
            .formatted(type, status));
  }

  byte[] bytes() {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    String head =
        "HTTP/1.1 %d Answer\r\nContent-Type: %s\r\nX-Elastic-Product: Elasticsearch\r\nContent-Length: %d\r\n\r\n"
            .formatted(status, contentType, content.length);
    byte[] headBytes = head.getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = new byte[headBytes.length + content.length];
    System.arraycopy(headBytes, 0, all, 0, headBytes.length);
    System.arraycopy(content, 0, all, headBytes.length, content.length);
    return all;
  }
}
