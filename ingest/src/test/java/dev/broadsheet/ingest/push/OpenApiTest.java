package dev.broadsheet.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contract.Json;
import dev.broadsheet.contract.RejectReason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class OpenApiTest {
  private static final Pattern CODE =
      Pattern.compile("(?:Problem\\.of|refused)\\(\\s*\\d{3},\\s*\"([a-z-]+)\"");

  @Test
  void namesEveryCodeThatIsEverAnswered() throws IOException {
    JsonNode document = document();
    var named = new TreeSet<String>();
    document
        .at("/components/schemas/Problem/properties/code/enum")
        .forEach(code -> named.add(code.asString()));
    var used = new TreeSet<String>();
    try (Stream<Path> files = Files.list(Path.of("src/main/java/dev/broadsheet/ingest/push"))) {
      for (Path file : files.toList()) {
        CODE.matcher(Files.readString(file)).results().forEach(m -> used.add(m.group(1)));
      }
    }
    used.addAll(List.of("request", "failed", "key"));
    Stream.of(
            RejectReason.EMPTY,
            RejectReason.ENCODING,
            RejectReason.TYPE,
            RejectReason.TOO_LARGE,
            RejectReason.CONTROL_CHARS,
            RejectReason.INTEGRITY)
        .forEach(r -> used.add(r.code()));

    assertThat(named).isEqualTo(used);
  }

  @Test
  void refersOnlyToWhatIsThere() throws IOException {
    JsonNode document = document();

    assertThat(document.findValuesAsString("$ref"))
        .isNotEmpty()
        .allSatisfy(
            ref -> assertThat(document.at(ref.substring(1)).isMissingNode()).as(ref).isFalse());
  }

  private static JsonNode document() throws IOException {
    try (var in = PushHandler.class.getResourceAsStream("openapi.json")) {
      return Json.tree(in.readAllBytes());
    }
  }
}
