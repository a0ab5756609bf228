package dev.broadsheet.contract;

import java.nio.charset.StandardCharsets;

/// The id of an article: issue key and position in reading order, `xnrb/2025-03-20/01#3`.
///
/// @param issueKey key of the issue, not empty
/// @param position from 1
public record ArticleId(String issueKey, int position) {
  /// What Elasticsearch accepts as an id. A longer one makes it refuse the whole bulk request.
  public static final int MAX_BYTES = 512;

  /// What an issue key may take, so that every position still fits: `#` and five digits less.
  public static final int MAX_ISSUE_KEY_BYTES = MAX_BYTES - 6;

  public static final int MAX_POSITION = 99_999;

  public ArticleId {
    if (issueKey.isEmpty()
        || issueKey.getBytes(StandardCharsets.UTF_8).length > MAX_ISSUE_KEY_BYTES) {
      throw new IllegalArgumentException(
          "issue key of %d bytes: 1 to %d are allowed"
              .formatted(issueKey.getBytes(StandardCharsets.UTF_8).length, MAX_ISSUE_KEY_BYTES));
    }
    if (position < 1 || position > MAX_POSITION) {
      throw new IllegalArgumentException(
          "position %d: 1 to %d are allowed".formatted(position, MAX_POSITION));
    }
  }

  /// Reads the text form.
  ///
  /// @throws IllegalArgumentException when `text` is not an article id
  public static ArticleId parse(String text) {
    int hash = text.lastIndexOf('#');
    if (hash < 1) {
      throw new IllegalArgumentException("article id '%s' has no '#position'".formatted(text));
    }
    try {
      return new ArticleId(text.substring(0, hash), Integer.parseInt(text.substring(hash + 1)));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "article id '%s' does not end in a position".formatted(text), e);
    }
  }

  @Override
  public String toString() {
    return issueKey + "#" + position;
  }
}
