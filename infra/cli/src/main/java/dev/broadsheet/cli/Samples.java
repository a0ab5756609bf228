package dev.broadsheet.cli;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// The sample pages that come with the command.
final class Samples {
  private static final String PAGES = "samples";
  private static final String CORRECTED = "samples-corrected";

  private Samples() {}

  /// Copies the pages of three invented papers below `folder`, as a source would lay them out.
  static void copyTo(Path folder) throws IOException {
    copy(PAGES, folder);
  }

  /// Copies the later version of one of them over it.
  static void correctIn(Path folder) throws IOException {
    copy(CORRECTED, folder);
  }

  private static void copy(String resources, Path folder) throws IOException {
    URL url = Samples.class.getResource("/" + resources);
    if (url == null) {
      throw new IllegalStateException("resources %s are not in this build".formatted(resources));
    }
    URI uri;
    try {
      uri = url.toURI();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
    if (uri.getScheme().equals("jar")) {
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        copyTree(jar.getPath("/" + resources), folder);
      }
    } else {
      copyTree(Path.of(uri), folder);
    }
  }

  private static void copyTree(Path from, Path to) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(from)) {
      files = all.filter(p -> p.toString().endsWith(".txt")).toList();
    }
    for (Path file : files) {
      Path target = to.resolve(from.relativize(file).toString());
      Files.createDirectories(target.getParent());
      Files.write(target, Files.readAllBytes(file));
    }
  }
}
