package dev.broadsheet.sink.install;

import java.util.regex.Pattern;

/// The names around one search alias, `broadsheet-articles` by default.
///
/// @param searchAlias what searches go to: it hides withdrawn articles. Lower case letters, digits
///     and hyphens
public record IndexNames(String searchAlias) {
  private static final Pattern ALIAS = Pattern.compile("[a-z0-9][a-z0-9-]{0,99}");

  public IndexNames {
    if (!ALIAS.matcher(searchAlias).matches()) {
      throw new IllegalArgumentException(
          "index.alias '%s': use lower case letters, digits and hyphens".formatted(searchAlias));
    }
  }

  /// What the sink writes to: one index, with withdrawn articles.
  public String writeAlias() {
    return searchAlias + "-write";
  }

  /// The index template.
  public String template() {
    return searchAlias;
  }

  /// Which indices the template is for.
  public String pattern() {
    return searchAlias + "-v*";
  }

  /// The index of a version, from 1.
  public String index(int version) {
    return searchAlias + "-v" + version;
  }
}
