package dev.broadsheet.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.function.Supplier;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// Processor time of the measuring thread, beside JMH's clock: what other processes take from the
/// machine does not count.
@State(Scope.Thread)
@AuxCounters(AuxCounters.Type.EVENTS)
public class Cpu {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  /// Nanoseconds of processor time in this iteration.
  public long nanos;

  /// Calls in this iteration.
  public long calls;

  /// Runs the work and counts what it takes; the clock itself takes well under a microsecond.
  <T> T count(Supplier<T> work) {
    long start = THREADS.getCurrentThreadCpuTime();
    T result = work.get();
    nanos += THREADS.getCurrentThreadCpuTime() - start;
    calls++;
    return result;
  }
}
