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

/// The gate, long: two instances each, ten times the issues, every kind of fault. For `-Plong`.
@Tag("stack")
@Tag("long")
@Timeout(3_600)
class ChaosLongIT {
  // Logs and data of a run that failed tell why.
  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  private Path folder;

  @Test
  void nothingIsLostDoubledOrStaleAfterAHundredKills() {
    var mix = new FaultPlan.Mix(100, 5, 5, 18, 2);
    var volume = new ChaosOptions.Volume(2_500, 9, 13);
    var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);

    Report report =
        ChaosRun.run(
            new ChaosOptions(
                Long.getLong("chaos.seed", 20_261), volume, mix, folder.resolve("data"), out));

    assertThat(report.violations()).as("%s", report.plan()).isEmpty();
    assertThat(report.counts().get("documents in the index")).isGreaterThan(25_000);
    RecoveryBound.check(report);
  }
}
