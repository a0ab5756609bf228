package dev.broadsheet.sink.bulk;

import java.time.Duration;

/// Bounds of the bulk path.
///
/// @param bytes largest body of a request; a single larger article goes alone
/// @param inFlight most requests at a time
/// @param linger longest wait of an article for others to share its request
/// @param requestTimeout after which a request counts as unanswered
/// @param retryCap longest wait between two tries
/// @param blockedRetry wait while something has to be set up or allowed
public record BulkSettings(
    int bytes,
    int inFlight,
    Duration linger,
    Duration requestTimeout,
    Duration retryCap,
    Duration blockedRetry) {
  public BulkSettings {
    if (bytes < 1 || inFlight < 1) {
      throw new IllegalArgumentException(
          "bulk of %d bytes, %d in flight: both are at least 1".formatted(bytes, inFlight));
    }
  }
}
