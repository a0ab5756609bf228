package dev.broadsheet.rig;

import dev.broadsheet.rig.plan.FaultPlan;
import java.io.PrintWriter;
import java.nio.file.Path;

/// What a run of faults is to be like.
///
/// @param seed of plan and inputs; the same gives the same again
/// @param volume of input
/// @param mix of faults
/// @param folder empty or not there; logs and data stay in it
/// @param out where the plan, progress and the report go
public record ChaosOptions(
    long seed, Volume volume, FaultPlan.Mix mix, Path folder, PrintWriter out) {
  private static final int KILLS_PER_MINUTE = 4;
  private static final int PAGES_PER_KILL = 10;

  /// How much is put in.
  ///
  /// @param pages new pages through the door; revisions and other inputs come on top
  /// @param fewestArticles of a page
  /// @param mostArticles of a page
  public record Volume(int pages, int fewestArticles, int mostArticles) {
    public Volume {
      if (pages < 1) {
        throw new IllegalArgumentException("%d pages".formatted(pages));
      }
    }
  }

  /// Of about this length on two cores, one instance of each stage.
  public static ChaosOptions of(long seed, int minutes, Path folder, PrintWriter out) {
    int kills = Math.max(5, minutes * KILLS_PER_MINUTE);
    return new ChaosOptions(
        seed,
        new Volume(kills * PAGES_PER_KILL, 3, 8),
        new FaultPlan.Mix(kills, kills / 10, kills / 10, kills / 5, 1),
        folder,
        out);
  }
}
