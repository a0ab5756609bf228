package dev.broadsheet.bench.run;

import java.util.List;
import java.util.function.ToDoubleFunction;

/// The middle of several rounds, with the outer ones.
///
/// @param median of the values; the mean of the middle two when their number is even
public record Median(double median, double least, double most) {
  public static <T> Median of(List<T> rounds, ToDoubleFunction<T> value) {
    double[] sorted = rounds.stream().mapToDouble(value).sorted().toArray();
    if (sorted.length == 0) {
      return new Median(Double.NaN, Double.NaN, Double.NaN);
    }
    int middle = sorted.length / 2;
    double median =
        sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    return new Median(median, sorted[0], sorted[sorted.length - 1]);
  }
}
