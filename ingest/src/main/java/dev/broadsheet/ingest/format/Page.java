package dev.broadsheet.ingest.format;

import dev.broadsheet.contract.IssueHints;

/// One page of a file: a file of text is one, an archive may hold many.
///
/// @param name where the page is within its file
/// @param text not empty
/// @param source of the text
/// @param hints what the file says about the page
public record Page(Name name, String text, Source source, IssueHints hints) {
  /// Where a page is.
  public sealed interface Name {
    /// The file is the page.
    record Whole() implements Name {}

    /// A path within the file, with `/` between folders, without `..` and not absolute.
    record Within(String path) implements Name {}

    /// An issue key of its own, which counts from the root.
    record Keyed(String key) implements Name {}
  }

  /// What the text was made of.
  ///
  /// @param contentType such as `text/html`
  /// @param charset that the bytes were in
  /// @param sha256 of the bytes, hex
  /// @param size of the bytes
  public record Source(String contentType, String charset, String sha256, long size) {}
}
