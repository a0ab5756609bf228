package dev.broadsheet.rig.check;

import dev.broadsheet.contract.Digests;
import dev.broadsheet.rig.fate.ExpectedFates;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/// Looks whether the inbox holds what was put into it, byte for byte, and nothing else.
final class InboxCheck {
  private static final String INBOX = "I4 inbox";

  private InboxCheck() {}

  static List<Violation> check(ExpectedFates fates, Path inbox) {
    var violations = new ArrayList<Violation>();
    var found = new TreeMap<String, String>();
    try (var files = Files.walk(inbox)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        found.put(inbox.relativize(file).toString(), Digests.sha256(Files.readAllBytes(file)));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    fates
        .files()
        .forEach(
            (name, sha256) -> {
              String now = found.get(name);
              if (now == null) {
                violations.add(new Violation(INBOX, name, "is gone"));
              } else if (!now.equals(sha256)) {
                violations.add(new Violation(INBOX, name, "has other bytes"));
              }
            });
    var extra = new TreeSet<>(found.keySet());
    extra.removeAll(fates.files().keySet());
    extra.forEach(name -> violations.add(new Violation(INBOX, name, "nobody put it there")));
    return violations;
  }
}
