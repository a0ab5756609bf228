package dev.broadsheet.ingest.hint;

import dev.broadsheet.contract.IssueHints;
import dev.broadsheet.contract.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// A file beside a file, which says what the file itself does not: `01.pdf.hints.json` beside
/// `01.pdf`, such as
///
///     {"paper":"云溪日报","date":"2025-03-20","page":"1","charset":"Big5"}
///
/// All of it is optional. It has to be there when the file is read.
///
/// @param charset that the file is in, if it is text
public record Sidecar(IssueHints hints, String charset) {
  /// What its name ends in.
  public static final String SUFFIX = ".hints.json";

  public static final Sidecar NONE = new Sidecar(IssueHints.NONE, "");

  private static final int MOST_BYTES = 65_536;

  /// As it is written.
  record Fields(
      @Nullable String paper,
      @Nullable String date,
      @Nullable String page,
      @Nullable String charset) {}

  /// The sidecar's path.
  public static Path beside(Path file) {
    return file.resolveSibling(file.getFileName() + SUFFIX);
  }

  /// Whether a file is one.
  public static boolean is(Path file) {
    return file.getFileName().toString().endsWith(SUFFIX);
  }

  /// The sidecar of a file, or none.
  ///
  /// @throws IllegalArgumentException when there is one that cannot be understood
  /// @throws IOException when there is one that cannot be read
  public static Sidecar of(Path file) throws IOException {
    Path path = beside(file);
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      return NONE;
    }
    byte[] bytes;
    try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
      bytes = in.readNBytes(MOST_BYTES);
    } catch (NoSuchFileException _) {
      return NONE;
    }
    Fields fields = Json.read(bytes, Fields.class);
    return new Sidecar(
        new IssueHints(fields.paper, fields.date, fields.page),
        fields.charset == null ? "" : fields.charset);
  }

  /// These hints where there are any, others where not.
  public static IssueHints first(IssueHints one, IssueHints other) {
    return new IssueHints(
        one.paper() == null ? other.paper() : one.paper(),
        one.date() == null ? other.date() : one.date(),
        one.page() == null ? other.page() : one.page());
  }
}
