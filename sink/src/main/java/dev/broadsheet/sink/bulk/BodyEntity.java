package dev.broadsheet.sink.bulk;

import dev.broadsheet.sink.bulk.Transport.Body;
import java.io.InputStream;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.AbstractHttpEntity;

/// A [Body] as the HTTP client takes it.
final class BodyEntity extends AbstractHttpEntity {
  private final Body body;

  BodyEntity(Body body, ContentType type) {
    super(type, null);
    this.body = body;
  }

  @Override
  public InputStream getContent() {
    return body.open();
  }

  @Override
  public long getContentLength() {
    return body.length();
  }

  @Override
  public boolean isStreaming() {
    return false;
  }

  @Override
  public boolean isRepeatable() {
    return true;
  }

  @Override
  public void close() {
    // The arrays behind it need no closing.
  }
}
