package dev.broadsheet.rig.fate;

import dev.broadsheet.contract.HeaderNames;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// Tells dead letters apart. A record that the rig writes itself carries a header of its own, which
/// a dead letter keeps; one that came through `ingest` is known by issue key and revision.
public final class LetterId {
  /// The rig's own header.
  public static final String HEADER = "rig-id";

  private LetterId() {}

  /// For an issue that came through the door.
  public static String of(String key, long revision) {
    return key + "@" + revision;
  }

  /// Of a record as it was read.
  public static String of(byte @Nullable [] key, Headers headers) {
    String own = text(headers.lastHeader(HEADER));
    return own.isEmpty()
        ? (key == null ? "" : new String(key, StandardCharsets.UTF_8))
            + "@"
            + text(headers.lastHeader(HeaderNames.REVISION))
        : own;
  }

  private static String text(@Nullable Header header) {
    return header == null || header.value() == null
        ? ""
        : new String(header.value(), StandardCharsets.UTF_8);
  }
}
