package dev.broadsheet.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contract.Digests;
import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.ingest.format.FormatLimits;
import dev.broadsheet.ingest.hint.PathPattern;
import dev.broadsheet.ingest.ledger.IncomingIssue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class IssueReaderTest {
  private static final Path NAME = Path.of("报/1 版.txt");

  @TempDir private Path folder;
  private final IssueReader reader = new IssueReader(FormatLimits.of(100), PathPattern.NONE);

  @Test
  void readsTheTextAndTheHashOfTheBytes() throws IOException {
    byte[] bytes = "\uFEFF晚报\n".getBytes(StandardCharsets.UTF_8);
    Path file = Files.write(folder.resolve("a.txt"), bytes);

    var reading = reader.read(file, "k", NAME, FileStamp.of(file));

    assertThat(reading)
        .isInstanceOfSatisfying(
            FileReading.Taken.class,
            taken -> {
              IncomingIssue issue = taken.issues().getFirst();
              assertThat(issue.text()).isEqualTo("晚报\n");
              assertThat(issue.size()).isEqualTo(bytes.length);
              assertThat(issue.origin().sha256()).isEqualTo(Digests.sha256(bytes));
              assertThat(issue.origin().uri()).isEqualTo("file:%E6%8A%A5/1%20%E7%89%88.txt");
            });
  }

  @ParameterizedTest
  @CsvSource({"99, true", "100, true", "101, false"})
  void takesFilesUpToTheLimit(int size, boolean isTaken) throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "x".repeat(size));

    var reading = reader.read(file, "k", NAME, FileStamp.of(file));

    assertThat(reading instanceof FileReading.Taken).isEqualTo(isTaken);
    if (reading instanceof FileReading.Refused(var reason, var message)) {
      assertThat(reason).isEqualTo(RejectReason.TOO_LARGE);
      assertThat(message).contains("101 bytes", "100", "ingest.max.bytes");
    }
  }

  @Test
  void refusesAFileThatGrewSinceItWasSeen() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "half");
    FileStamp before = FileStamp.of(file);
    Files.writeString(file, "half and half");

    assertRefused(reader.read(file, "k", NAME, before), RejectReason.CHANGED);
  }

  @Test
  void refusesAFileThatWasReplacedByOneOfTheSameSizeAndTime() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "before");
    FileTime time = FileTime.from(Instant.parse("2025-03-20T00:00:00Z"));
    Files.setLastModifiedTime(file, time);
    FileStamp before = FileStamp.of(file);
    Path other = Files.writeString(folder.resolve("b.txt"), "after!");
    Files.setLastModifiedTime(other, time);
    Files.move(other, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);

    assertRefused(reader.read(file, "k", NAME, before), RejectReason.CHANGED);
  }

  @Test
  void refusesAFileThatVanished() throws IOException {
    Path file = Files.writeString(folder.resolve("a.txt"), "text");
    FileStamp before = FileStamp.of(file);
    Files.delete(file);

    assertRefused(reader.read(file, "k", NAME, before), RejectReason.CHANGED);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void refusesAFileWhoseDiskFails() throws IOException {
    // The first page of a process's memory is never mapped: reading it is an input/output error.
    Path file = Path.of("/proc/self/mem");

    assertRefused(reader.read(file, "k", NAME, FileStamp.of(file)), RejectReason.UNREADABLE);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void neverOpensWhatIsNotAFile() throws IOException, InterruptedException {
    Path fifo = folder.resolve("fifo.txt");
    assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor()).isZero();
    Path target = Files.writeString(folder.resolve("target.txt"), "text");
    Path link = Files.createSymbolicLink(folder.resolve("link.txt"), target);

    for (Path path : new Path[] {fifo, link, folder, Path.of("/dev/zero")}) {
      assertRefused(reader.read(path, "k", NAME, FileStamp.of(path)), RejectReason.TYPE);
    }
  }

  @Test
  void doesNotFollowALinkThatTookTheFilesPlace() throws IOException {
    Path target = Files.writeString(folder.resolve("target.txt"), "text");
    Path file = Files.writeString(folder.resolve("a.txt"), "text");
    FileStamp before = FileStamp.of(file);
    Files.delete(file);
    Files.createSymbolicLink(file, target);

    assertThat(reader.read(file, "k", NAME, before)).isInstanceOf(FileReading.Refused.class);
  }

  private static void assertRefused(FileReading reading, RejectReason reason) {
    assertThat(reading)
        .isInstanceOfSatisfying(
            FileReading.Refused.class, r -> assertThat(r.reason()).isEqualTo(reason));
  }
}
