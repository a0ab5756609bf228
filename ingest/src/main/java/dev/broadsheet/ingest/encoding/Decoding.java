package dev.broadsheet.ingest.encoding;

import dev.broadsheet.contract.RejectReason;

/// What decoding bytes gave.
public sealed interface Decoding {
  /// The whole text.
  ///
  /// @param text without a byte order mark
  /// @param charset that the bytes are in: its IANA name
  record Decoded(String text, String charset) implements Decoding {}

  /// No text.
  ///
  /// @param message what is wrong, at which byte, and what to do about it, one line
  record Refused(RejectReason reason, String message) implements Decoding {}
}
