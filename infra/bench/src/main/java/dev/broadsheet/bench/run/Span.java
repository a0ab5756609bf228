package dev.broadsheet.bench.run;

import java.util.Map;

/// What was taken of the machine in a stretch of time.
///
/// @param seconds that it lasted
/// @param cpu seconds of processor time of each process of the bench
/// @param others seconds of processor time of everybody else
/// @param stolen seconds that the host of a virtual machine kept
public record Span(double seconds, Map<String, Double> cpu, double others, double stolen) {
  public double cpu(String process) {
    return cpu.getOrDefault(process, 0.0);
  }
}
