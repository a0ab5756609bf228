package dev.broadsheet.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogFileTest {
  @TempDir Path folder;

  @Test
  void showsLastLinesOldestFirst() throws IOException {
    var log = new LogFile(Files.writeString(folder.resolve("a.log"), "一\n二\n三\n"));

    assertThat(log.tail(2)).containsExactly("二", "三");
    assertThat(log.tail(9)).containsExactly("一", "二", "三");
  }

  @Test
  void showsNothingOfFileThatIsNotThere() {
    assertThat(new LogFile(folder.resolve("b.log")).tail(3)).isEmpty();
  }

  @Test
  void putsLargeFileAside() throws IOException {
    var log = new LogFile(folder.resolve("log").resolve("c.log"));
    log.prepare();
    try (var file = new RandomAccessFile(log.path().toFile(), "rw")) {
      file.setLength((32L << 20) + 1);
    }

    log.prepare();

    assertThat(log.path()).doesNotExist();
    assertThat(log.path().resolveSibling("c.log.old")).exists();
  }
}
