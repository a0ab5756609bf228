package dev.broadsheet.ingest.file;

import dev.broadsheet.contract.IssueHints;
import dev.broadsheet.contract.RawIssue;
import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.ingest.format.Contents;
import dev.broadsheet.ingest.format.FormatLimits;
import dev.broadsheet.ingest.format.FormatReader;
import dev.broadsheet.ingest.format.Page;
import dev.broadsheet.ingest.hint.PathPattern;
import dev.broadsheet.ingest.hint.Sidecar;
import dev.broadsheet.ingest.ledger.IncomingIssue;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads a file into issues, and sees to it that the bytes are those of one state of the file. It
/// changes nothing on disk. One thread at a time.
public final class IssueReader implements AutoCloseable {
  private final FormatReader formats;
  private final PathPattern pattern;

  /// @param limits of what is read
  /// @param pattern that reads hints from issue keys
  public IssueReader(FormatLimits limits, PathPattern pattern) {
    this.formats = new FormatReader(limits);
    this.pattern = pattern;
  }

  @Override
  public void close() {
    formats.close();
  }

  /// Reads one file.
  ///
  /// @param key issue key that the file gets
  /// @param name of the file below its root, for the record of where the text came from
  /// @param before what was seen of the file when it was chosen; if it has changed since, or does
  ///     while it is read, it is refused as changed
  public FileReading read(Path file, String key, Path name, FileStamp before) {
    if (before.kind() != FileStamp.Kind.FILE) {
      return refusedKind(before.kind());
    }
    Optional<Contents.Refused> tooLarge = formats.tooLarge(before.size());
    if (tooLarge.isPresent()) {
      return refused(tooLarge.get());
    }
    try {
      Sidecar sidecar;
      try {
        sidecar = Sidecar.of(file);
      } catch (IllegalArgumentException e) {
        return badSidecar(e);
      }
      Contents contents;
      try (SeekableByteChannel channel = open(file)) {
        if (channel.size() != before.size()) {
          return changed();
        }
        contents = formats.read(channel, file.getFileName().toString(), sidecar.charset());
      }
      if (!FileStamp.of(file).equals(before)) {
        return changed();
      }
      return switch (contents) {
        case Contents.Refused refused -> refused(refused);
        case Contents.Pages pages -> taken(pages, key, name, before.size(), sidecar.hints());
      };
    } catch (NoSuchFileException e) {
      return new FileReading.Refused(
          RejectReason.CHANGED, "it vanished while it was read: put it back when it is complete");
    } catch (AccessDeniedException e) {
      return new FileReading.Refused(
          RejectReason.UNREADABLE, "no permission to read it: let the user of ingest read it");
    } catch (IOException e) {
      return new FileReading.Refused(
          RejectReason.UNREADABLE,
          "it cannot be read (%s): check the disk and take it in again"
              .formatted(Printable.of(String.valueOf(e.getMessage()))));
    }
  }

  /// Reads plain text that is in memory, wherever it came from.
  ///
  /// @param declared name of the charset as the source gave it; empty for none
  /// @param key issue key
  /// @param source address, for the record of where the text came from
  /// @param hints what the source says beside the text
  public static FileReading of(
      byte[] bytes, String declared, String key, String source, IssueHints hints) {
    return switch (FormatReader.plain(bytes, declared)) {
      case Contents.Refused refused -> refused(refused);
      case Contents.Pages(var pages, _) -> {
        Page page = pages.getFirst();
        var origin =
            new RawIssue.Origin(
                source, "text/plain", page.source().charset(), page.source().sha256());
        var issue = new IncomingIssue(key, page.text(), bytes.length, origin, hints);
        yield new FileReading.Taken(List.of(issue), bytes.length, List.of());
      }
    };
  }

  /// What is said of a name that is not a file.
  public static FileReading.Refused refusedKind(FileStamp.Kind kind) {
    return switch (kind) {
      case SYMBOLIC_LINK ->
          new FileReading.Refused(
              RejectReason.TYPE, "a symbolic link, which is not followed: give the file itself");
      case FOLDER -> new FileReading.Refused(RejectReason.TYPE, "a folder where a file is due");
      case FILE, OTHER ->
          new FileReading.Refused(
              RejectReason.TYPE, "a pipe, socket or device, which is never opened: give a file");
    };
  }

  private static SeekableByteChannel open(Path file) throws IOException {
    return Files.newByteChannel(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
  }

  private FileReading taken(
      Contents.Pages pages, String key, Path name, long size, IssueHints given) {
    List<IncomingIssue> issues = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (Page page : pages.pages()) {
      String pageKey;
      try {
        pageKey = key(page.name(), key);
      } catch (IllegalArgumentException e) {
        return badKey(page, String.valueOf(e.getMessage()));
      }
      if (!keys.add(pageKey)) {
        return badKey(page, "another page of the file has the issue key already");
      }
      issues.add(issue(page, pageKey, name, given));
    }
    return new FileReading.Taken(
        issues, size, pages.remarks().stream().map(Printable::of).toList());
  }

  private IncomingIssue issue(Page page, String key, Path name, IssueHints given) {
    var source = page.source();
    String uri = uri(name);
    if (page.name() instanceof Page.Name.Within(var path)) {
      uri += "#" + fragment(path);
    }
    return new IncomingIssue(
        key,
        page.text(),
        source.size(),
        new RawIssue.Origin(uri, source.contentType(), source.charset(), source.sha256()),
        Sidecar.first(given, Sidecar.first(page.hints(), pattern.hints(key))));
  }

  private static String key(Page.Name name, String file) {
    return switch (name) {
      case Page.Name.Whole _ -> file;
      case Page.Name.Within(var path) -> IssueKeys.below(file, path);
      case Page.Name.Keyed(var key) -> IssueKeys.check(key);
    };
  }

  private static FileReading badKey(Page page, String message) {
    return new FileReading.Refused(
        RejectReason.KEY,
        "%s: %s: rename it".formatted(Printable.of(page.name()), Printable.of(message)));
  }

  private static FileReading refused(Contents.Refused refused) {
    return new FileReading.Refused(refused.reason(), Printable.of(refused.message()));
  }

  /// Mended, it changes nothing of the file itself: so this is looked at again.
  private static FileReading badSidecar(IllegalArgumentException e) {
    return new FileReading.Refused(
        RejectReason.UNREADABLE,
        "the file of hints beside it: %s: mend it"
            .formatted(Printable.of(String.valueOf(e.getMessage()))));
  }

  private static FileReading changed() {
    return new FileReading.Refused(
        RejectReason.CHANGED, "it changed while it was read: take it in again when it is complete");
  }

  /// The name relative to the root: the records of a public archive do not tell how the disks of
  /// the machine are laid out.
  private static String uri(Path name) {
    try {
      String path = name.toString().replace(name.getFileSystem().getSeparator(), "/");
      return new URI("file", path, null).toASCIIString();
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("name %s".formatted(Printable.of(name)), e);
    }
  }

  private static String fragment(String path) {
    try {
      return new URI(null, null, path).toASCIIString().substring(1);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException("name %s".formatted(Printable.of(path)), e);
    }
  }
}
