package dev.broadsheet.e2e.secure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contract.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// The list of what is shipped, as the build writes it.
class ShippedPartsIT {
  private static final Path BUILD = Path.of("..", "cli", "target");

  @Test
  void listsEveryLibraryThatIsShipped() throws Exception {
    JsonNode list = list();
    var listed =
        list.path("components")
            .valueStream()
            .map(c -> c.path("name").asString() + "-" + c.path("version").asString())
            .collect(Collectors.toSet());

    assertThat(list.path("bomFormat").asString()).isEqualTo("CycloneDX");
    assertThat(list.has("serialNumber")).isFalse();
    try (Stream<Path> libraries = Files.list(BUILD.resolve("lib"))) {
      assertThat(libraries.map(p -> p.getFileName().toString()))
          .filteredOn(name -> !name.startsWith("broadsheet-"))
          .isNotEmpty()
          .allMatch(name -> listed.contains(name.replaceAll("\\.jar$", "")));
    }
  }

  @Test
  void givesEachAHash() throws Exception {
    JsonNode list = list();

    assertThat(list.path("components").valueStream())
        .filteredOn(c -> !c.path("group").asString().equals("dev.broadsheet"))
        .isNotEmpty()
        .allSatisfy(c -> assertThat(c.path("hashes").size()).as(c.toString()).isPositive());
  }

  private static JsonNode list() throws IOException {
    Path file = BUILD.resolve("sbom.json");
    assertThat(file)
        .as("written by a build that is online: run mvn -pl infra/cli -am package without -o")
        .exists();
    return Json.tree(Files.readAllBytes(file));
  }
}
