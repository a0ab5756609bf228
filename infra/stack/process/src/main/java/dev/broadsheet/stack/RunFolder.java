package dev.broadsheet.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// The small files of a stack's folder that outlive a process: `run/<name>.json`.
final class RunFolder {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Path run;

  RunFolder(Path folder) {
    this.run = folder.toAbsolutePath().normalize().resolve("run");
  }

  Optional<RunRecord> record(String name) {
    return read(name, RunRecord.class);
  }

  /// Empty when there is no such file or it is not one of ours: a file that cannot be read proves
  /// nothing about a process.
  <T> Optional<T> read(String name, Class<T> type) {
    try {
      return Optional.of(JSON.readValue(Files.readAllBytes(file(name)), type));
    } catch (IOException | JacksonException e) {
      return Optional.empty();
    }
  }

  /// Writes all or nothing: a reader never sees half a file.
  void write(String name, Object value) {
    Path temporary = run.resolve(name + ".json.new");
    try {
      Files.createDirectories(run);
      Files.write(temporary, JSON.writeValueAsBytes(value));
      Files.move(
          temporary,
          file(name),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write " + file(name), e);
    }
  }

  void delete(String name) {
    try {
      Files.deleteIfExists(file(name));
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot delete " + file(name), e);
    }
  }

  /// Runs the work while no other process runs such work on this folder.
  <T> T locked(Supplier<T> work) {
    Path lock = run.resolve("lock");
    try {
      Files.createDirectories(run);
      try (var channel =
          FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
        // Closing the channel gives it back.
        channel.lock();
        return work.get();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot lock " + lock, e);
    }
  }

  private Path file(String name) {
    return run.resolve(name + ".json");
  }
}
