package dev.broadsheet.rig.fate;

import dev.broadsheet.contract.Digests;
import dev.broadsheet.contract.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// The driver's ledger: what must become of every input. Each entry is on disk before its input is
/// offered, one line of JSON each, so that a run that dies leaves behind what it had promised.
///
/// For the driver's thread only.
public final class ExpectedFates implements AutoCloseable {
  private final FileChannel file;
  private final Map<String, List<Fate.OfIssue>> issues = new TreeMap<>();
  private final Map<String, Fate.DeadLettered> letters = new TreeMap<>();
  private final Map<String, Fate.Refused> refusals = new TreeMap<>();
  private final Map<String, String> files = new TreeMap<>();

  private ExpectedFates(FileChannel file) {
    this.file = file;
  }

  /// Begins a ledger in a new file.
  public static ExpectedFates writingTo(Path path) {
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      return new ExpectedFates(
          FileChannel.open(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Writes down what must become of an input; returns when it is on disk.
  public void expect(Fate fate) {
    write(fate);
    switch (fate) {
      case Fate.OfIssue ofIssue ->
          issues.computeIfAbsent(ofIssue.key(), _ -> new ArrayList<>()).add(ofIssue);
      case Fate.DeadLettered letter -> {
        if (letters.put(letter.letter(), letter) != null) {
          throw new IllegalArgumentException("two fates of letter " + letter.letter());
        }
      }
      case Fate.Refused refused -> refusals.put(refused.file(), refused);
    }
  }

  /// Writes down the bytes that a file of the inbox has from now on.
  ///
  /// @param name below the inbox
  public void expectFile(String name, byte[] bytes) {
    files.put(name, Digests.sha256(bytes));
  }

  /// Fates of the issues that are indexed or withdrawn at some time, in the order in which the
  /// inputs were offered; by key.
  public Map<String, List<Fate.OfIssue>> issues() {
    return issues;
  }

  /// Dead letters by [LetterId].
  public Map<String, Fate.DeadLettered> letters() {
    return letters;
  }

  /// Refused files by name.
  public Map<String, Fate.Refused> refusals() {
    return refusals;
  }

  /// SHA-256 of all files of the inbox, by name.
  public Map<String, String> files() {
    return files;
  }

  @Override
  public void close() {
    try {
      file.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(Fate fate) {
    byte[] line = (Json.text(line(fate)) + "\n").getBytes(StandardCharsets.UTF_8);
    try {
      var buffer = ByteBuffer.wrap(line);
      while (buffer.hasRemaining()) {
        file.write(buffer);
      }
      file.force(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, Object> line(Fate fate) {
    var line = new LinkedHashMap<String, Object>();
    line.put("fate", fate.getClass().getSimpleName());
    switch (fate) {
      case Fate.OfIssue ofIssue -> {
        line.put("key", ofIssue.key());
        line.put("revision", ofIssue.revision());
        if (ofIssue instanceof Fate.Indexed(_, _, var text)) {
          line.put("sha256", Digests.sha256(text.getBytes(StandardCharsets.UTF_8)));
        }
      }
      case Fate.DeadLettered(var letter, var topic, var reason) -> {
        line.put("letter", letter);
        line.put("topic", topic);
        line.put("reason", reason.code());
      }
      case Fate.Refused(var name, var reason) -> {
        line.put("file", name);
        line.put("reason", reason.code());
      }
    }
    return line;
  }
}
