package dev.broadsheet.ingest.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileWalkTest {
  @TempDir private Path root;

  @Test
  void goesInTheOrderOfNames() throws IOException {
    for (String name : List.of("b/2.txt", "b/10.txt", "a.txt", "c/x.txt/01.txt", "报/一.txt")) {
      Path file = root.resolve(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, "text");
    }

    assertThat(walk()).containsExactly("a.txt", "b/10.txt", "b/2.txt", "c/x.txt/01.txt", "报/一.txt");
  }

  @Test
  void leavesUnfinishedFilesAlone() throws IOException {
    for (String name : List.of(".hidden", "a.txt.part", "b.TMP", "c.txt~", "part", "tmp.txt")) {
      Files.writeString(root.resolve(name), "text");
    }

    assertThat(walk())
        .containsExactly(
            "unfinished .hidden",
            "unfinished a.txt.part",
            "unfinished b.TMP",
            "unfinished c.txt~",
            "part",
            "tmp.txt");
  }

  @Test
  void doesNotFollowLinks() throws IOException {
    Files.createSymbolicLink(root.resolve("loop"), root);

    assertThat(walk()).containsExactly("loop SYMBOLIC_LINK");
  }

  @Test
  void goesAsDeepAsFoldersGo() throws IOException {
    Path deep = root;
    for (int i = 0; i < 200; i++) {
      deep = deep.resolve("d");
    }
    Files.createDirectories(deep);
    Files.writeString(deep.resolve("a"), "text");

    assertThat(walk()).hasSize(1);
  }

  @Test
  void saysThatTheRootIsGone() {
    assertThatThrownBy(() -> FileWalk.walk(root.resolve("no"), new Collector()))
        .isInstanceOf(IOException.class);
  }

  private List<String> walk() throws IOException {
    var collector = new Collector();
    FileWalk.walk(root, collector);
    return collector.names;
  }

  private final class Collector implements FileWalk.Visitor {
    private final List<String> names = new ArrayList<>();

    @Override
    public void entry(Path path, FileStamp stamp) {
      String kind = stamp.kind() == FileStamp.Kind.FILE ? "" : " " + stamp.kind();
      names.add(root.relativize(path) + kind);
    }

    @Override
    public void unfinished(Path path) {
      names.add("unfinished " + root.relativize(path));
    }

    @Override
    public void failed(Path path, IOException failure) {
      names.add("failed " + root.relativize(path));
    }
  }
}
