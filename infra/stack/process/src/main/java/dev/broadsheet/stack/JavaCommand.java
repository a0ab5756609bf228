package dev.broadsheet.stack;

import java.nio.file.Path;
import java.util.List;

/// A Java program to run on the JDK of this process.
///
/// @param mainClass the class with `main`, by its full name
/// @param arguments what `main` is given
/// @param classPath in the launcher's form, `folder/*` included
/// @param jvmOptions options besides those that every process gets: the heap, UTF-8
/// @param heapMegabytes the largest heap in MB, at least 16
public record JavaCommand(
    String mainClass,
    List<String> arguments,
    String classPath,
    List<String> jvmOptions,
    int heapMegabytes) {
  private static final int SMALLEST_HEAP = 16;

  /// Copies the lists.
  public JavaCommand {
    arguments = List.copyOf(arguments);
    jvmOptions = List.copyOf(jvmOptions);
    if (heapMegabytes < SMALLEST_HEAP) {
      throw new IllegalArgumentException(
          "heapMegabytes is " + heapMegabytes + ", below " + SMALLEST_HEAP);
    }
  }

  /// A program on the class path of this process.
  public static JavaCommand of(String mainClass, List<String> arguments, int heapMegabytes) {
    return new JavaCommand(
        mainClass, arguments, System.getProperty("java.class.path"), List.of(), heapMegabytes);
  }

  static Path javaExecutable() {
    return Path.of(System.getProperty("java.home"), "bin", "java");
  }
}
