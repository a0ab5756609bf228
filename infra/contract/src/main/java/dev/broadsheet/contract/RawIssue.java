package dev.broadsheet.contract;

import java.time.Instant;

/// One revision of an issue as it was taken in: the record of the issues topic.
///
/// @param key issue key, at most [ArticleId#MAX_ISSUE_KEY_BYTES] bytes of UTF-8
/// @param text as extracted; empty when withdrawn
/// @param revision from 1; [#MAX_REVISION] at most
/// @param withdrawn whether the issue is taken out of search
/// @param origin where the bytes came from
/// @param receivedAt instant of receipt
/// @param hints what the source said about it
public record RawIssue(
    String key,
    String text,
    long revision,
    boolean withdrawn,
    Origin origin,
    Instant receivedAt,
    IssueHints hints) {
  /// A revision above this would block every later one.
  public static final long MAX_REVISION = 1_000_000_000_000L;

  public RawIssue {
    if (revision < 1 || revision > MAX_REVISION) {
      throw new IllegalArgumentException(
          "revision %d of issue %s: 1 to %d are allowed".formatted(revision, key, MAX_REVISION));
    }
    if (withdrawn && !text.isEmpty()) {
      throw new IllegalArgumentException("withdrawn issue %s has text".formatted(key));
    }
  }

  /// Where the text came from.
  ///
  /// @param uri file or address
  /// @param contentType such as `text/plain`
  /// @param charset that the bytes were decoded with
  /// @param sha256 of the original bytes, hex
  public record Origin(String uri, String contentType, String charset, String sha256) {}
}
