package dev.broadsheet.ingest.format;

import dev.broadsheet.contract.Digests;
import dev.broadsheet.contract.IssueHints;
import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.ingest.pdf.PdfReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/// The pages of a file: plain text, HTML, PDF, JSON lines of issues, and zip, gzip and tar of all
/// of these. One thread at a time; it owns the process that reads PDF files.
public final class FormatReader implements AutoCloseable {
  private final FormatLimits limits;
  private final PdfReader pdf;

  public FormatReader(FormatLimits limits) {
    this.limits = limits;
    this.pdf = new PdfReader(limits.pdf());
  }

  /// Reads what came over a wire.
  ///
  /// @param declared name of the charset as the source gave it, or empty
  /// @return never the failure of a disk
  public Contents read(byte[] bytes, String declared) {
    try {
      return read(new SeekableInMemoryByteChannel(bytes), "", declared);
    } catch (IOException e) {
      return new Contents.Refused(RejectReason.UNREADABLE, String.valueOf(e.getMessage()));
    }
  }

  /// Reads bytes that are to be plain text and nothing else.
  ///
  /// @param declared name of the charset as the source gave it, or empty
  public static Contents plain(byte[] bytes, String declared) {
    Format format = Format.of(Arrays.copyOf(bytes, Math.min(bytes.length, Format.HEAD_BYTES)));
    if (format != Format.TEXT && format != Format.NDJSON) {
      return new Contents.Refused(
          RejectReason.TYPE, "%s by its content: give its text".formatted(format.words()));
    }
    return switch (PageText.of(bytes, declared)) {
      case PageText.NotText(var reason, var message) -> new Contents.Refused(reason, message);
      case PageText.Text(var text, var charset) ->
          new Contents.Pages(
              List.of(
                  new Page(
                      new Page.Name.Whole(),
                      text,
                      new Page.Source("text/plain", charset, Digests.sha256(bytes), bytes.length),
                      IssueHints.NONE)),
              List.of());
    };
  }

  /// Reads a file.
  ///
  /// @param channel of the whole file
  /// @param name of the file; an extension that contradicts the content is refused
  /// @param declared name of the charset as the source gave it, or empty
  /// @throws IOException when the channel fails
  public Contents read(SeekableByteChannel channel, String name, String declared)
      throws IOException {
    try {
      var members = new Members(limits, pdf, channel.size());
      top(members, channel, name, declared);
      return members.contents();
    } catch (Refusal e) {
      return e.value();
    }
  }

  /// What a file of this size may at most be, before it is opened.
  ///
  /// @return why it is refused
  public Optional<Contents.Refused> tooLarge(long size) {
    return size > Math.max(limits.fileBytes(), limits.textBytes())
        ? Optional.of(
            Members.tooLarge(size, Math.max(limits.fileBytes(), limits.textBytes())).value())
        : Optional.empty();
  }

  @Override
  public void close() {
    pdf.close();
  }

  private void top(Members members, SeekableByteChannel channel, String name, String declared)
      throws IOException {
    InputStream in = new BufferedInputStream(Channels.newInputStream(channel), 1 << 16);
    byte[] head = Members.head(in);
    Format format = Format.of(head);
    requireHonest(format, name);
    boolean isText = format == Format.TEXT || format == Format.HTML;
    if (isText && channel.size() > limits.textBytes()) {
      throw Members.tooLarge(channel.size(), limits.textBytes());
    }
    if (format == Format.ZIP) {
      members.zip(channel, "", 1);
    } else {
      members.member(in, format, new Members.Place("", declared, IssueHints.NONE, 0));
    }
  }

  private static void requireHonest(Format format, String name) throws Refusal {
    Optional<Format> named = Format.named(name);
    boolean agrees =
        named.isEmpty()
            || named.get() == format
            // Lines of JSON are text too.
            || (named.get() == Format.TEXT && format == Format.NDJSON);
    if (!agrees) {
      throw new Refusal(
          RejectReason.TYPE,
          "%s by its content, %s by its name: look what it is, and rename it"
              .formatted(format.words(), named.get().words()));
    }
  }
}
