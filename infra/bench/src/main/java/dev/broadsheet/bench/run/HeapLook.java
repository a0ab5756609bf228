package dev.broadsheet.bench.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The heap of a Java process with the serial collector, asked for with the JDK's `jcmd`.
///
/// @param largestMegabytes what its generations had room for at the moment: never used was more
/// @param liveMegabytes in use after a collection of all of it
record HeapLook(long largestMegabytes, long liveMegabytes) {
  private static final Path JCMD = Path.of(System.getProperty("java.home"), "bin", "jcmd");

  /// `DefNew total 78656K, used 54217K [...` and the same for `Tenured`.
  private static final Pattern GENERATION = Pattern.compile("total (\\d+)K, used (\\d+)K");

  /// Looks, which has the process collect all of its heap; empty where the process or `jcmd` is
  /// not there.
  static Optional<HeapLook> at(long pid) throws InterruptedException {
    if (!Files.isExecutable(JCMD)) {
      return Optional.empty();
    }
    String before = ask(pid, "GC.heap_info");
    ask(pid, "GC.run");
    String after = ask(pid, "GC.heap_info");
    return sum(before, 1).flatMap(total -> sum(after, 2).map(used -> new HeapLook(total, used)));
  }

  private static Optional<Long> sum(String answer, int group) {
    Matcher generations = GENERATION.matcher(answer);
    long kilobytes = 0;
    boolean found = false;
    while (generations.find()) {
      kilobytes += Long.parseLong(generations.group(group));
      found = true;
    }
    return found ? Optional.of(kilobytes / 1024) : Optional.empty();
  }

  private static String ask(long pid, String command) throws InterruptedException {
    try {
      Process process =
          new ProcessBuilder(JCMD.toString(), Long.toString(pid), command)
              .redirectErrorStream(true)
              .start();
      String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      process.waitFor();
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException("jcmd cannot be started", e);
    }
  }
}
