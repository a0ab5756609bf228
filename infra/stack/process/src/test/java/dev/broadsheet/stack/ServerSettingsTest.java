package dev.broadsheet.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerSettingsTest {
  @TempDir Path folder;

  @Test
  void keepsChinesePathsForReadersOfAnyCharset() throws IOException {
    Path file = folder.resolve("conf").resolve("broker.properties");

    ServerSettings.write(file, Map.of("log.dirs", "/home/报纸/data folder"));

    var read = new Properties();
    try (var latin1 = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
      read.load(latin1);
    }
    assertThat(read).containsEntry("log.dirs", "/home/报纸/data folder");
  }
}
