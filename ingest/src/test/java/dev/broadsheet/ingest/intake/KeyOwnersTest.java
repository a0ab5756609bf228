package dev.broadsheet.ingest.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class KeyOwnersTest {
  private static final Path TEXT = Path.of("/in/a.txt");
  private static final Path NOTES = Path.of("/in/a.md");

  private final KeyOwners owners = new KeyOwners();

  @Test
  void leavesAKeyToTheFileThatHasIt() {
    owners.claim("a", TEXT, 1);

    assertThat(owners.isTaken("a", TEXT, 1)).isFalse();
    assertThat(owners.isTaken("a", NOTES, 1)).isTrue();
    assertThat(owners.isTaken("a", NOTES, 2)).isTrue();
    assertThat(owners.isTaken("b", NOTES, 1)).isFalse();
  }

  @Test
  void freesAKeyWhoseFileIsGone() {
    owners.claim("a", TEXT, 1);
    owners.claim("a", TEXT, 2);

    assertThat(owners.isTaken("a", NOTES, 3)).isTrue();
    assertThat(owners.isTaken("a", NOTES, 4)).isFalse();
    owners.claim("a", NOTES, 4);
    assertThat(owners.isTaken("a", TEXT, 4)).isTrue();
  }

  @Test
  void ignoresAClaimOnAKeyThatIsTaken() {
    owners.claim("a", TEXT, 1);
    owners.claim("a", NOTES, 1);

    assertThat(owners.isTaken("a", TEXT, 1)).isFalse();
  }
}
