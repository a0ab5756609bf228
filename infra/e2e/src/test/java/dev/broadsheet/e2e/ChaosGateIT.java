package dev.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.rig.ChaosOptions;
import dev.broadsheet.rig.ChaosRun;
import dev.broadsheet.rig.Report;
import dev.broadsheet.rig.plan.FaultPlan;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/// The gate: processes are killed, stopped and cut off while issues come in, and nothing is lost.
/// `-Dchaos.seed=N` runs another plan.
@Tag("stack")
@Timeout(1_500)
class ChaosGateIT {
  // Logs and data of a run that failed tell why.
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  @Test
  void nothingIsLostDoubledOrStaleAfterTwentyFiveKills() {
    var mix = new FaultPlan.Mix(25, 1, 1, 2, 1);
    var volume = new ChaosOptions.Volume(250, 3, 8);
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);

    Report report =
        ChaosRun.run(
            new ChaosOptions(
                Long.getLong("chaos.seed", 20_260), volume, mix, folder.resolve("data"), out));

    assertThat(report.violations()).as("%s", report.plan()).isEmpty();
    RecoveryBound.checkMedian(report);
  }
}
