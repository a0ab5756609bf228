package dev.broadsheet.ingest.format;

import dev.broadsheet.contract.RejectReason;
import java.io.IOException;

/// Carries a refusal out of the depth of an archive to [FormatReader], which makes a value of it;
/// it never leaves this package.
final class Refusal extends IOException {
  private static final long serialVersionUID = 1;

  private final RejectReason reason;
  private final String description;

  Refusal(RejectReason reason, String description) {
    super(description);
    this.reason = reason;
    this.description = description;
  }

  /// The same, with the place within the file in front.
  Refusal in(String place) {
    return place.isEmpty() ? this : new Refusal(reason, place + ": " + description);
  }

  Contents.Refused value() {
    return new Contents.Refused(reason, description);
  }
}
