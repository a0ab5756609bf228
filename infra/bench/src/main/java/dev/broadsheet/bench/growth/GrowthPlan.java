package dev.broadsheet.bench.growth;

/// How far an index grows.
///
/// @param small documents of a new index before its measured stretch, which is as long
/// @param step documents of each measured stretch of the large index
/// @param steps number of those
record GrowthPlan(int small, int step, int steps) {
  /// From 10 to 500 thousand, and a stretch there.
  static GrowthPlan full() {
    return new GrowthPlan(10_000, 100_000, 6);
  }

  /// A look at whether the study works: its figures mean nothing.
  static GrowthPlan look() {
    return new GrowthPlan(300, 1_000, 2);
  }
}
