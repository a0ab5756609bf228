package dev.broadsheet.sink.bulk;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Map;
import java.util.function.Consumer;

/// The way to Elasticsearch for the bulk path.
public interface Transport {
  /// Posts `body` and returns at once.
  ///
  /// @param done is called once, by any thread, with an answer of any status or with a failure
  /// @return cancels the request; `done` may or may not be called after that
  Runnable post(
      String path,
      Map<String, String> parameters,
      String contentType,
      Body body,
      Consumer<Reply> done);

  /// What a request brings. It may be read by any thread, and again.
  interface Body {
    /// Bytes of it.
    long length();

    /// Reads it from its beginning, without ever waiting.
    InputStream open();

    /// Bytes that are there already, and are not written to any more.
    static Body of(byte[] bytes) {
      return new Body() {
        @Override
        public long length() {
          return bytes.length;
        }

        @Override
        public InputStream open() {
          return new ByteArrayInputStream(bytes);
        }
      };
    }
  }

  /// What came back.
  sealed interface Reply {
    /// An HTTP answer, whole.
    @SuppressWarnings("ArrayRecordComponent") // never compared, and as large as it is
    record Answer(int status, byte[] body) implements Reply {}

    /// No answer, or a broken one: whether the request was applied is not known.
    record Failure(String cause) implements Reply {}
  }
}
