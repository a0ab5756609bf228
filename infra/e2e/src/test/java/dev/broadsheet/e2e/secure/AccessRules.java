package dev.broadsheet.e2e.secure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/// The rules that are shipped for Kafka, read from their file.
final class AccessRules {
  static final Path FOLDER = Path.of("..", "deploy", "security", "kafka");

  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern COMMA = Pattern.compile(",");

  private AccessRules() {}

  /// One line of the file.
  record Line(
      String user, ResourceType type, PatternType pattern, String name, List<String> operations) {
    /// As the broker knows it, under another prefix.
    List<AclBinding> bindings(String prefix) {
      String renamed = prefix + name.substring("broadsheet".length());
      return operations.stream()
          .map(
              o ->
                  new AclBinding(
                      new ResourcePattern(type, renamed, pattern),
                      new AccessControlEntry(
                          "User:" + user, "*", operation(o), AclPermissionType.ALLOW)))
          .toList();
    }
  }

  static List<Line> lines() throws IOException {
    var lines = new ArrayList<Line>();
    for (String line : Files.readAllLines(FOLDER.resolve("acls.txt"))) {
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      List<String> words = BLANKS.splitAsStream(line.strip()).toList();
      lines.add(
          new Line(
              words.get(0),
              ResourceType.fromString(words.get(1).replace('-', '_').toUpperCase(Locale.ROOT)),
              PatternType.fromString(words.get(2).toUpperCase(Locale.ROOT)),
              words.get(3),
              COMMA.splitAsStream(words.get(4)).toList()));
    }
    return lines;
  }

  static Set<String> users() throws IOException {
    return lines().stream().map(Line::user).collect(Collectors.toSet());
  }

  static AclOperation operation(String word) {
    return AclOperation.fromString(
        word.replaceAll("([a-z])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT));
  }
}
