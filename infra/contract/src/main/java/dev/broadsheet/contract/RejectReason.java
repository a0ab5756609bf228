package dev.broadsheet.contract;

import java.util.Locale;

/// Why an input was refused or a record was dead-lettered: one stable code, used alike in headers,
/// metrics and logs.
public enum RejectReason {
  /// No characters that could be text.
  EMPTY,
  /// The bytes are not what they should be as text.
  ENCODING,
  /// The bytes are of a type that is not taken in.
  TYPE,
  /// Larger than the limit.
  TOO_LARGE,
  /// Cannot be read.
  UNREADABLE,
  /// Vanished or changed while it was read.
  CHANGED,
  /// NUL bytes or other controls that no text has.
  CONTROL_CHARS,
  /// The record key is absent, empty, too long or not UTF-8.
  KEY,
  /// The record value is absent where one is needed.
  VALUE,
  /// The record value is not in the format of its topic.
  DECODE,
  /// A header is absent, doubled or not in its format.
  HEADERS,
  /// The revision is not a number from 1 to the limit.
  REVISION,
  /// The checksum does not agree with the content.
  INTEGRITY,
  /// The same revision came with two contents.
  CONFLICTING_REVISION,
  /// No article on the page.
  NO_ARTICLES,
  /// More articles than the limit.
  TOO_MANY_ARTICLES,
  /// An article document is larger than a record may be.
  TOO_LARGE_ARTICLE,
  /// The page's shape is not that of a newspaper page.
  STRUCTURE,
  /// Elasticsearch refuses the document for its mapping.
  MAPPING,
  /// Elasticsearch refuses the document for another reason.
  REFUSED,
  /// Our own code failed on it.
  FAILED,
  /// Text that was decoded in a wrong encoding before it was saved.
  MOJIBAKE,
  /// Too many characters of private use, or that stand for lost ones.
  GLYPHS,
  /// An archive that is damaged, encrypted or of a kind that is not read.
  ARCHIVE,
  /// An archive with names or links that lead out of it.
  ARCHIVE_PATH,
  /// An archive with too many entries, too much in them, or nested too deep.
  ARCHIVE_LIMIT,
  /// Markup that refers to entities outside itself.
  XML,
  /// Markup that is nested too deep or grows when it is read.
  HTML_LIMIT,
  /// A PDF file that is damaged or not complete.
  PDF,
  /// A PDF file that needs a password, or does not permit its text to be read.
  PDF_ENCRYPTED,
  /// A PDF file that takes too long to read.
  PDF_TIMEOUT,
  /// A PDF file that takes too much memory or has too many pages or too much text.
  PDF_LIMIT,
  /// A PDF file without a text layer, such as a scan.
  PDF_NO_TEXT;

  /// The stable code, lower case with hyphens, such as `too-large`.
  public String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /// The reason with a code.
  ///
  /// @throws IllegalArgumentException for an unknown code
  public static RejectReason parse(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
  }
}
