package dev.broadsheet.ingest.format;

import dev.broadsheet.contract.RejectReason;
import java.util.List;

/// What is in a file: all of its pages or, when anything in it cannot be read, none.
public sealed interface Contents {
  /// At least one page.
  ///
  /// @param remarks what was left out and why, one line each
  record Pages(List<Page> pages, List<String> remarks) implements Contents {
    public Pages {
      pages = List.copyOf(pages);
      remarks = List.copyOf(remarks);
    }
  }

  /// Nothing that may be published.
  ///
  /// @param message what is wrong and what to do about it, one line
  record Refused(RejectReason reason, String message) implements Contents {}
}
