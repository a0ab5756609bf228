package dev.broadsheet.enrich.lexicon;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A word list that people edit, as its entries in the order of the file.
///
/// A line is a heading (`section surname`, `topic medtop:07000000`, `neutral`) that holds for
/// the lines below it, or a weight and the words that have it, parted by blanks: `3 医院 诊所`.
/// What stands behind `#` at the start of a line is a remark.
///
/// @param entries in the order of the file
public record TermFile(List<Entry> entries) {
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u3000]++");

  public TermFile {
    entries = List.copyOf(entries);
  }

  /// A word and what the file says of it.
  ///
  /// @param heading kind of the heading above: `section`, `topic`, `neutral`
  /// @param name of the heading; empty for one without
  /// @param weight as written
  /// @param line where it stands, from 1
  public record Entry(String heading, String name, String term, double weight, int line) {}

  /// Reads a list that is shipped with the program.
  ///
  /// @throws IllegalStateException when there is no such resource
  /// @throws IllegalArgumentException when a line cannot be read
  public static TermFile resource(String name) {
    try (InputStream in = TermFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("no resource " + name);
      }
      return read(in, name);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read resource " + name, e);
    }
  }

  /// Reads a user's list.
  ///
  /// @throws UncheckedIOException when the file cannot be read
  /// @throws IllegalArgumentException when a line cannot be read
  public static TermFile file(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      return read(in, path.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + path, e);
    }
  }

  /// The words below `section name`, in the order of the file.
  ///
  /// @throws IllegalArgumentException when there is none
  public List<String> section(String name) {
    List<String> terms =
        entries.stream().filter(e -> e.name().equals(name)).map(Entry::term).toList();
    if (terms.isEmpty()) {
      throw new IllegalArgumentException("no section " + name);
    }
    return terms;
  }

  private static TermFile read(InputStream in, String origin) throws IOException {
    List<Entry> entries = new ArrayList<>();
    BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    String heading = "";
    String name = "";
    int number = 0;
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      number++;
      String[] words = BLANKS.split(line.strip(), -1);
      if (words[0].isEmpty() || words[0].startsWith("#")) {
        continue;
      }
      if (Character.isLetter(words[0].codePointAt(0))) {
        heading = words[0];
        name = words.length > 1 ? words[1] : "";
        continue;
      }
      double weight = weight(words[0], origin, number);
      for (int i = 1; i < words.length; i++) {
        entries.add(new Entry(heading, name, words[i], weight, number));
      }
    }
    return new TermFile(entries);
  }

  private static double weight(String text, String origin, int line) {
    try {
      double weight = Double.parseDouble(text);
      if (weight >= 0 && weight <= 100) {
        return weight;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(complaint(text, origin, line), e);
    }
    throw new IllegalArgumentException(complaint(text, origin, line));
  }

  private static String complaint(String text, String origin, int line) {
    return "%s line %d: weight %s is not a number from 0 to 100".formatted(origin, line, text);
  }
}
