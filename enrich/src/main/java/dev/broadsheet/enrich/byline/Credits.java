package dev.broadsheet.enrich.byline;

import dev.broadsheet.contract.Article;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Gathers the persons of all credits of an article.
final class Credits {
  private final List<String> printed = new ArrayList<>();
  private final Set<String> reporters = new LinkedHashSet<>();
  private final Set<String> correspondents = new LinkedHashSet<>();
  private final Set<String> photographers = new LinkedHashSet<>();

  /// Adds a credit; names without a role are those of reporters.
  void add(String source, List<Credit.Group> groups) {
    printed.add(source.strip());
    for (Credit.Group group : groups) {
      add(group);
    }
  }

  private void add(Credit.Group group) {
    Role role = group.role() == null ? Role.REPORTER : group.role();
    switch (role) {
      case REPORTER, BOTH -> reporters.addAll(group.names());
      case CORRESPONDENT -> correspondents.addAll(group.names());
      case PHOTOGRAPHER -> photographers.addAll(group.names());
      case NONE -> {}
    }
    if (group.pictures()) {
      photographers.addAll(group.names());
    }
  }

  boolean isEmpty() {
    return reporters.isEmpty() && correspondents.isEmpty() && photographers.isEmpty();
  }

  Article.Byline byline() {
    if (printed.isEmpty()) {
      return Article.Byline.NONE;
    }
    return new Article.Byline(
        String.join(" ", printed),
        List.copyOf(reporters),
        List.copyOf(correspondents),
        List.copyOf(photographers));
  }
}
