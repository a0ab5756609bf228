package dev.broadsheet.ingest.poll;

import java.time.LocalDate;

/// Watches a feed being read; called from the thread that reads it.
public interface PollListener {
  /// How many issues will be asked for.
  default void expected(long issues) {}

  /// What became of a page.
  void page(String key, PageOutcome outcome);

  /// An issue is done with, for now.
  default void issue(LocalDate day, IssueFetch fetch) {}
}
