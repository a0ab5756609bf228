package dev.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.broadsheet.rig.PageGenerator;
import dev.broadsheet.rig.Trial;
import dev.broadsheet.rig.plan.Component;
import dev.broadsheet.rig.plan.Victim;
import dev.broadsheet.rig.process.FleetOptions;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A disk that is full, one component's at a time: nothing is lost, and when there is room again
/// the pipeline goes on, at most after the component was started once more. Skipped where no
/// small disk can be mounted, which takes the rights of root.
@Tag("stack")
@Tag("long")
@Timeout(600)
class FullDiskIT {
  private static final Duration FULL = Duration.ofSeconds(45);

  @TempDir(cleanup = CleanupMode.NEVER)
  private Path folder;

  @ParameterizedTest
  @CsvSource({"BROKER, data/broker", "NODE, data/node", "ENRICH, state/enrich-1"})
  void delaysOnly(Component component, String place) throws Exception {
    Path data = Files.createDirectories(folder.resolve("data"));
    Path disk = Files.createDirectories(data.resolve(place));
    assumeTrue(run("mount", "-t", "tmpfs", "-o", "size=96m", "none", disk.toString()) == 0);
    try (Trial trial = Trial.start(29, new PageGenerator(29), FleetOptions.of(data))) {
      trial.feeder().offer(10);
      assertThat(trial.settle()).isEmpty();

      Path ballast = disk.resolve("ballast");
      fill(ballast);
      trial.feeder().offerPagesOnly(5);
      long end = System.nanoTime() + FULL.toNanos();
      await()
          .atMost(FULL.plusSeconds(30))
          .until(
              () -> {
                trial.supervise();
                return System.nanoTime() > end;
              });
      Files.delete(ballast);
      var victim = new Victim(component, 1);
      boolean ended = !trial.fleet().process(victim).isAlive();
      System.out.printf("%s on a full disk: %s%n", component, ended ? "ended" : "waited");
      if (ended) {
        trial.fleet().restart(victim);
      }
      trial.feeder().offer(10);

      assertThat(trial.check()).isEmpty();
    } finally {
      run("umount", "-l", disk.toString());
    }
  }

  /// Writes until there is no room.
  private static void fill(Path ballast) throws IOException {
    byte[] block = new byte[64 * 1024];
    try (OutputStream out = Files.newOutputStream(ballast)) {
      while (true) {
        out.write(block);
      }
    } catch (IOException e) {
      assertThat(Files.getFileStore(ballast).getUsableSpace()).isLessThan(block.length);
    }
  }

  private static int run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start()
        .waitFor();
  }
}
