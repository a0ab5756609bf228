package dev.broadsheet.contract;

import java.util.List;
import java.util.regex.Pattern;

/// The names of the Kafka topics, all under one prefix.
///
/// @param prefix letters, digits, dots and hyphens, without a dot at the end; `broadsheet` by
///     default
public record Topics(String prefix) {
  private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,99}(?<!\\.)");

  public Topics {
    if (!PREFIX.matcher(prefix).matches()) {
      throw new IllegalArgumentException(
          "topic prefix '%s': use letters, digits, dots and hyphens".formatted(prefix));
    }
  }

  /// Raw issues; compacted: the archive of record.
  public String issues() {
    return prefix + ".issues";
  }

  /// What was taken in, by issue key; compacted, written in one transaction with the issues.
  public String ledger() {
    return prefix + ".ledger";
  }

  /// Article documents, by article id; compacted.
  public String articles() {
    return prefix + ".articles";
  }

  /// Issues that could not be processed; kept without limit.
  public String issuesDeadLetters() {
    return issues() + ".dlq";
  }

  /// Articles that could not be indexed; kept without limit.
  public String articlesDeadLetters() {
    return articles() + ".dlq";
  }

  /// All topics, in the order of the data's way.
  public List<String> all() {
    return List.of(issues(), ledger(), articles(), issuesDeadLetters(), articlesDeadLetters());
  }
}
