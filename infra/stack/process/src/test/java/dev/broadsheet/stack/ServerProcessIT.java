package dev.broadsheet.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Processes in general, with a small program in place of a server.
@Timeout(120)
class ServerProcessIT {
  @TempDir Path temporary;
  private Path folder;
  private Path sign;

  @BeforeEach
  void nameFolder() throws IOException {
    folder = Files.createDirectories(temporary.resolve("报纸 folder"));
    sign = folder.resolve("开始");
  }

  @AfterEach
  void stop() {
    Stream.of("sleeper", "owned", "detached").forEach(name -> ServerProcess.stop(folder, name));
  }

  @Test
  void startsLogsAndStops() throws IOException {
    var process = ServerProcess.start(sleeper(Lifecycle.OWNED));

    assertThat(process.isReady()).isTrue();
    assertThat(Files.readString(process.log())).contains("睡眠 starts");

    process.close();

    assertThat(ProcessHandle.of(process.pid())).isEmpty();
    assertThat(folder.resolve("run/sleeper.json")).doesNotExist();
  }

  @Test
  void refusesSecondProcessOfTheSameName() {
    var spec = sleeper(Lifecycle.DETACHED);
    var first = ServerProcess.start(spec);

    assertThatThrownBy(() -> ServerProcess.start(spec))
        .isInstanceOf(ServerStartException.class)
        .hasMessageContaining("process " + first.pid());
  }

  @Test
  void findsDetachedProcessAgainAndStopsIt() {
    var spec = sleeper(Lifecycle.DETACHED);
    var started = ServerProcess.start(spec);
    started.close();

    var found = ServerProcess.attach(spec).orElseThrow();

    assertThat(found.pid()).isEqualTo(started.pid());
    assertThat(found.isReady()).isTrue();
    assertThat(ServerProcess.stop(folder, "sleeper")).isTrue();
    assertThat(ServerProcess.stop(folder, "sleeper")).isFalse();
    assertThat(started.isAlive()).isFalse();
    assertThat(ServerProcess.attach(spec)).isEmpty();
  }

  @Test
  void keepsDetachedProcessButNotOwnedOneWhenOwnerIsKilled() throws Exception {
    var owner =
        new ProcessBuilder(
                JavaCommand.javaExecutable().toString(),
                "-cp",
                System.getProperty("java.class.path"),
                SleeperOwner.class.getName(),
                folder.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertThat(owner.inputReader().readLine()).endsWith("run");
    var owned = SleeperOwner.spec(folder, "owned", Lifecycle.OWNED);
    var detached = SleeperOwner.spec(folder, "detached", Lifecycle.DETACHED);

    owner.destroyForcibly().waitFor();

    await().until(() -> ServerProcess.attach(owned).isEmpty());
    assertThat(ServerProcess.attach(detached)).get().matches(ServerProcess::isReady);
    assertThat(ServerProcess.stop(folder, "detached")).isTrue();
  }

  @Test
  void startsAgainAfterKill() throws IOException {
    var process = ServerProcess.start(sleeper(Lifecycle.OWNED));
    long before = process.pid();
    process.kill();
    assertThat(process.isAlive()).isFalse();
    Files.delete(sign);

    process.restart();

    assertThat(process.isReady()).isTrue();
    assertThat(process.pid()).isNotEqualTo(before);
    process.close();
  }

  @Test
  void namesLogAndItsLastLinesWhenProcessEndsAtOnce() throws IOException {
    Files.createFile(sign);
    var spec = sleeper(Lifecycle.OWNED, new Readiness(() -> false, Duration.ofSeconds(60)));

    assertThatThrownBy(() -> ServerProcess.start(spec))
        .isInstanceOf(ServerStartException.class)
        .hasMessageContaining("ended before it was ready")
        .hasMessageContaining(folder.resolve("log/sleeper.log").toString())
        .hasMessageContaining("FileAlreadyExistsException");
  }

  @Test
  void killsProcessThatIsNotReadyInTime() {
    var spec = sleeper(Lifecycle.OWNED, new Readiness(() -> false, Duration.ofSeconds(2)));

    assertThatThrownBy(() -> ServerProcess.start(spec))
        .isInstanceOf(ServerStartException.class)
        .hasMessageContaining("not ready within 2 s");
    assertThat(ServerProcess.attach(spec)).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void suspendsAndResumes() throws IOException {
    try (var process = ServerProcess.start(sleeper(Lifecycle.OWNED))) {
      process.suspend();
      await().until(() -> state(process) == 'T');

      process.resume();
      await().until(() -> state(process) != 'T');
    }
  }

  @Test
  void stopsSuspendedProcess() {
    var process = ServerProcess.start(sleeper(Lifecycle.OWNED));
    process.suspend();
    var before = Instant.now();

    process.stop();

    assertThat(process.isAlive()).isFalse();
    assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(20));
  }

  /// The state's letter follows the name in parentheses.
  private static char state(ServerProcess process) throws IOException {
    String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
    return stat.charAt(stat.lastIndexOf(')') + 2);
  }

  private ProcessSpec sleeper(Lifecycle lifecycle) {
    return sleeper(lifecycle, new Readiness(() -> Files.exists(sign), Duration.ofSeconds(30)));
  }

  private ProcessSpec sleeper(Lifecycle lifecycle, Readiness readiness) {
    var command = JavaCommand.of(Sleeper.class.getName(), List.of(sign.toString()), 32);
    return new ProcessSpec("sleeper", command, Map.of(), folder, lifecycle, readiness);
  }
}
