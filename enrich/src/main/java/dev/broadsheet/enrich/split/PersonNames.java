package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.page.Glyphs;
import dev.broadsheet.enrich.page.LetterSpacing;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;

/// Whether a short row may be the name of an author, standing alone.
final class PersonNames {
  private static final String LIST = "surnames.txt";
  private static final Set<String> SURNAMES = load();

  private PersonNames() {}

  private static Set<String> load() {
    try (InputStream in = PersonNames.class.getResourceAsStream(LIST)) {
      if (in == null) {
        throw new IllegalStateException("Resource " + LIST + " is missing from the class path");
      }
      Set<String> surnames = new HashSet<>();
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      text.lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Stream.of(line.strip().split("\\s+", -1)))
          .forEach(surnames::add);
      return Set.copyOf(surnames);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + LIST, e);
    }
  }

  /// Two to four Han characters, the first of them a surname.
  static boolean isName(String row) {
    if (row.length() > 8) {
      return false;
    }
    String name = LetterSpacing.close(row);
    if (name.length() < 2 || name.length() > 4) {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (!Glyphs.isHan(name.charAt(i))) {
        return false;
      }
    }
    boolean pair = name.length() > 2 && SURNAMES.contains(name.substring(0, 2));
    return pair || (name.length() < 4 && SURNAMES.contains(name.substring(0, 1)));
  }
}
