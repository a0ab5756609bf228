package dev.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.ingest.file.FileStamp;
import dev.broadsheet.ingest.file.IssueKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivenPathTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void makeAFile() throws IOException {
    file = folder.resolve("inbox/paper/day/01.txt");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "text");
  }

  @Test
  void givesOneKeyToAFileOfTheInboxHoweverItIsGiven() throws IOException {
    var door = door(List.of());

    assertThat(key(file, door)).isEqualTo("paper/day/01");
    assertThat(GivenPath.of(file.getParent(), door).root())
        .isEqualTo(GivenPath.of(folder.resolve("inbox"), door).root());
  }

  @Test
  void countsFromTheFolderOutsideTheInbox() throws IOException {
    var door = new IngestConfig.Door(folder.resolve("none"), List.of());

    assertThat(key(file, door)).isEqualTo("01");
    var day = GivenPath.of(file.getParent().getParent(), door);
    assertThat(IssueKeys.of(day.root(), file.toRealPath())).isEqualTo("day/01");
  }

  @Test
  void countsFromTheRootThatIsSet() throws IOException {
    assertThat(key(file, door(List.of(folder)))).isEqualTo("inbox/paper/day/01");
  }

  @Test
  void followsALinkToAFolderButNotToAFile() throws IOException {
    Path toFolder = Files.createSymbolicLink(folder.resolve("to-folder"), file.getParent());
    Path toFile = Files.createSymbolicLink(folder.resolve("to-file"), file);
    var door = door(List.of());

    assertThat(GivenPath.of(toFolder, door).path()).isEqualTo(file.getParent().toRealPath());
    assertThat(key(toFolder.resolve("01.txt"), door)).isEqualTo("paper/day/01");
    assertThat(GivenPath.of(toFile, door).stamp().kind()).isEqualTo(FileStamp.Kind.SYMBOLIC_LINK);
  }

  @Test
  void saysThatThereIsNoFile() {
    assertThatThrownBy(() -> GivenPath.of(folder.resolve("no.txt"), door(List.of())))
        .isInstanceOf(NoSuchFileException.class);
  }

  private IngestConfig.Door door(List<Path> root) {
    return new IngestConfig.Door(folder.resolve("inbox"), root);
  }

  private static String key(Path file, IngestConfig.Door door) throws IOException {
    var given = GivenPath.of(file, door);
    return IssueKeys.of(given.root(), given.path());
  }
}
