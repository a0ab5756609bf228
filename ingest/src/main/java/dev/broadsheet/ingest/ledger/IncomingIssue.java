package dev.broadsheet.ingest.ledger;

import dev.broadsheet.contract.ArticleId;
import dev.broadsheet.contract.IssueHints;
import dev.broadsheet.contract.Limits;
import dev.broadsheet.contract.RawIssue;
import java.nio.charset.StandardCharsets;

/// An issue at the door, from whatever source: checked and decoded, not yet compared with the
/// ledger.
///
/// @param key issue key, 1 to [ArticleId#MAX_ISSUE_KEY_BYTES] bytes of UTF-8
/// @param text as extracted, not empty
/// @param size of the original bytes
/// @param origin where the bytes came from, with their SHA-256
/// @param hints what the source said about it
public record IncomingIssue(
    String key, String text, long size, RawIssue.Origin origin, IssueHints hints) {
  public IncomingIssue {
    int keyBytes = key.getBytes(StandardCharsets.UTF_8).length;
    if (keyBytes < 1 || keyBytes > ArticleId.MAX_ISSUE_KEY_BYTES) {
      throw new IllegalArgumentException(
          "issue key of %d bytes: 1 to %d are allowed"
              .formatted(keyBytes, ArticleId.MAX_ISSUE_KEY_BYTES));
    }
    if (text.isEmpty()) {
      throw new IllegalArgumentException("issue %s has no text".formatted(key));
    }
    // No character of UTF-16 takes more than three bytes of UTF-8: most texts need no counting.
    if (text.length() > Limits.MAX_VALUE_BYTES / 3
        && text.getBytes(StandardCharsets.UTF_8).length > Limits.MAX_VALUE_BYTES) {
      throw new IllegalArgumentException(
          "issue %s is larger than %d bytes".formatted(key, Limits.MAX_VALUE_BYTES));
    }
  }
}
