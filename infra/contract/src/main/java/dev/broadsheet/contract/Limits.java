package dev.broadsheet.contract;

/// The sizes that all stages must agree on.
public final class Limits {
  /// What a raw issue may take unless the setting says otherwise.
  public static final int DEFAULT_ISSUE_BYTES = 8 * 1024 * 1024;

  /// Room for key, headers and framing beside a value.
  public static final int RECORD_OVERHEAD_BYTES = 64 * 1024;

  /// What a record of any topic may take: the largest issue that can be configured, and its
  /// overhead. Producers, topics and the broker are set to it.
  public static final int MAX_RECORD_BYTES = 16 * 1024 * 1024;

  /// What a value may take.
  public static final int MAX_VALUE_BYTES = MAX_RECORD_BYTES - RECORD_OVERHEAD_BYTES;

  /// What an article document may take: a bulk request of one still fits Elasticsearch with room.
  public static final int MAX_ARTICLE_BYTES = 8 * 1024 * 1024;

  /// Articles of one issue.
  public static final int MAX_ARTICLES = 2_000;

  /// Printed lines of one issue: forty times those of the fullest broadsheet page. What is known of
  /// each line takes far more memory than its text.
  public static final int MAX_LINES = 100_000;

  /// Dates in the text of one issue, of which a full page has a few hundred. What is known of each
  /// takes ten times the memory of its characters.
  public static final int MAX_DATES = 100_000;

  private Limits() {}
}
