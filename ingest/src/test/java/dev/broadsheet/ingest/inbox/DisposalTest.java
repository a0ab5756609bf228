package dev.broadsheet.ingest.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contract.Json;
import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.ingest.file.FileStamp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisposalTest {
  private static final Instant NOW = Instant.parse("2025-03-20T08:00:00Z");

  @TempDir private Path folder;
  private Path inbox;

  @BeforeEach
  void makeInbox() throws IOException {
    inbox = Files.createDirectories(folder.resolve("inbox"));
  }

  @Test
  void movesAFileWithItsSidecarAndDropsItsMarker() throws IOException {
    Path file = write("yxrb/2025-03-20/01.txt", "一版");
    write("yxrb/2025-03-20/01.txt.hints.json", "{}");
    write("yxrb/2025-03-20/01.txt.done", "");

    assertThat(disposal(Afterwards.Done.MOVE).taken(inbox, file, FileStamp.of(file))).isTrue();

    assertThat(files(folder.resolve("archive")))
        .containsExactly("yxrb/2025-03-20/01.txt", "yxrb/2025-03-20/01.txt.hints.json");
    assertThat(files(inbox)).isEmpty();
  }

  @Test
  void keepsBothWhenTheNameWasTakenInBeforeWithOtherBytes() throws IOException {
    for (String text : List.of("一", "二", "二")) {
      Path file = write("01.txt", text);
      disposal(Afterwards.Done.MOVE).taken(inbox, file, FileStamp.of(file));
    }

    List<String> kept = files(folder.resolve("archive"));
    assertThat(kept).hasSize(2);
    assertThat(kept.getFirst()).isEqualTo("01.txt");
    assertThat(kept.getLast()).matches("01~[0-9a-f]{12}\\.txt");
    assertThat(files(inbox)).isEmpty();
  }

  @Test
  void leavesAFileThatTookThePlaceOfTheOneThatWasRead() throws IOException {
    Path file = write("01.txt", "一");
    FileStamp read = FileStamp.of(file);
    write("01.txt", "另一个");

    disposal(Afterwards.Done.MOVE).taken(inbox, file, read);
    disposal(Afterwards.Done.DELETE).taken(inbox, file, read);

    assertThat(file).hasContent("另一个");
    assertThat(files(inbox)).containsExactly("01.txt");
  }

  @Test
  void deletesAFileAndRestoresWhatAKilledProcessWasAboutToDelete() throws IOException {
    Path file = write("01.txt", "一");
    Path leaving = write(".broadsheet-02.txt", "二");
    var disposal = disposal(Afterwards.Done.DELETE);

    disposal.taken(inbox, file, FileStamp.of(file));
    disposal.restore(leaving);

    assertThat(files(inbox)).containsExactly("02.txt");
  }

  @Test
  void putsARefusedFileIntoQuarantineWithItsReasonBesideIt() throws IOException {
    Path file = write("a/01.txt", "");

    disposal(Afterwards.Done.KEEP)
        .refused(inbox, file, FileStamp.of(file), RejectReason.EMPTY, "it holds no text");

    assertThat(files(folder.resolve("quarantine")))
        .containsExactly("a/01.txt", "a/01.txt.reason.json");
    var reason = Json.tree(Files.readAllBytes(folder.resolve("quarantine/a/01.txt.reason.json")));
    assertThat(reason.get("reason").asString()).isEqualTo("empty");
    assertThat(reason.get("file").asString()).isEqualTo("a/01.txt");
    assertThat(reason.get("refused_at").asString()).isEqualTo(NOW.toString());
  }

  @Test
  void quarantinesALinkAndNotWhatItPointsTo() throws IOException {
    Path target = write("../outside.txt", "外");
    Path link = Files.createSymbolicLink(inbox.resolve("link.txt"), target);

    disposal(Afterwards.Done.KEEP)
        .refused(inbox, link, FileStamp.of(link), RejectReason.TYPE, "a link");

    assertThat(target).hasContent("外");
    assertThat(folder.resolve("quarantine/link.txt")).isSymbolicLink();
  }

  @Test
  void saysThatAFileStaysWhenItCannotBePutAway() throws IOException {
    Path file = write("01.txt", "一");
    Files.writeString(folder.resolve("archive"), "no folder");

    assertThat(disposal(Afterwards.Done.MOVE).taken(inbox, file, FileStamp.of(file))).isFalse();

    assertThat(file).hasContent("一");
  }

  @Test
  void removesOnlyFoldersThatAreEmptyForLong() throws IOException {
    Path old = Files.createDirectories(inbox.resolve("old"));
    Path fresh = Files.createDirectories(inbox.resolve("fresh"));
    Path full = write("full/01.txt", "一").getParent();
    for (Path path : List.of(old, full)) {
      Files.setLastModifiedTime(path, FileTime.from(NOW.minus(Duration.ofHours(2))));
    }
    Files.setLastModifiedTime(fresh, FileTime.from(NOW));

    List.of(old, fresh, full).forEach(disposal(Afterwards.Done.MOVE)::tidy);

    assertThat(old).doesNotExist();
    assertThat(fresh).exists();
    assertThat(full).exists();
  }

  private Disposal disposal(Afterwards.Done done) {
    return new Disposal(
        new Afterwards(done, folder.resolve("archive"), Optional.of(folder.resolve("quarantine"))),
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private Path write(String name, String text) throws IOException {
    Path file = inbox.resolve(name).normalize();
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private static List<String> files(Path root) throws IOException {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(Files::isRegularFile)
          .map(p -> root.relativize(p).toString())
          .sorted()
          .toList();
    }
  }
}
