package dev.broadsheet.ingest.yaml;

import dev.broadsheet.ingest.file.Printable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// A mapping of a YAML file. Whoever reads it asks for every member by name and then says
/// [#finish], so that a misspelt name is a mistake and not a silence.
///
/// Every mistake is an [IllegalArgumentException] that names the file, the member and what is
/// allowed.
public final class YamlMap {
  private static final int MOST_CHARACTERS = 1 << 20;

  private final String place;
  private final Map<?, ?> members;
  private final Set<String> asked = new HashSet<>();

  private YamlMap(String place, Map<?, ?> members) {
    this.place = place;
    this.members = members;
  }

  /// Reads a file that holds one mapping: only strings, numbers, flags, lists and mappings, no
  /// aliases, no name twice, a million characters at most.
  public static YamlMap read(Path file) {
    String name = Printable.of(file);
    try {
      return parse(name, Files.readString(file, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "%s: it cannot be read as UTF-8: check its name, rights and encoding".formatted(name), e);
    }
  }

  /// Reads a text as [#read] does.
  ///
  /// @param name of the file, for messages
  public static YamlMap parse(String name, String text) {
    var settings =
        LoadSettings.builder()
            .setLabel(name)
            .setAllowDuplicateKeys(false)
            .setAllowRecursiveKeys(false)
            .setMaxAliasesForCollections(0)
            .setCodePointLimit(MOST_CHARACTERS)
            .build();
    try {
      return of(name, new Load(settings).loadFromString(text));
    } catch (YamlEngineException e) {
      throw new IllegalArgumentException(
          "%s: not YAML as it should be: %s"
              .formatted(name, Printable.of(String.valueOf(e.getMessage()))),
          e);
    }
  }

  private static YamlMap of(String place, Object value) {
    if (value instanceof Map<?, ?> map) {
      return new YamlMap(place, map);
    }
    throw new IllegalArgumentException("%s: names with values are due".formatted(place));
  }

  /// The text of a member; empty when it is absent.
  public Optional<String> text(String name) {
    asked.add(name);
    Object value = members.get(name);
    return switch (value) {
      case null -> Optional.empty();
      case String text when text.isBlank() -> throw wrong(name, "it must not be blank");
      case String text -> Optional.of(text.strip());
      case Map<?, ?> _ -> throw wrong(name, "one value is due");
      case List<?> _ -> throw wrong(name, "one value is due");
      default -> Optional.of(value.toString());
    };
  }

  /// A member that must be there.
  public String required(String name) {
    return text(name).orElseThrow(() -> wrong(name, "it is missing"));
  }

  /// A member read by `parser`; `fallback` when it is absent.
  ///
  /// @param parser throws a [RuntimeException] for what it does not take
  public <T> T value(String name, T fallback, Function<String, T> parser, String allowed) {
    return text(name).map(t -> parse(name, t, parser, allowed)).orElse(fallback);
  }

  /// A member that must be there, read by `parser`.
  public <T> T required(String name, Function<String, T> parser, String allowed) {
    return parse(name, required(name), parser, allowed);
  }

  /// A whole number from `min` to `max`.
  public int count(String name, int fallback, int min, int max) {
    String allowed = "a whole number from %d to %d is due".formatted(min, max);
    int count = value(name, fallback, Integer::parseInt, allowed);
    if (count < min || count > max) {
      throw wrong(name, allowed);
    }
    return count;
  }

  /// A flag.
  public boolean flag(String name, boolean fallback) {
    return value(
        name,
        fallback,
        t ->
            switch (t) {
              case "true" -> true;
              case "false" -> false;
              default -> throw new IllegalArgumentException(t);
            },
        "true or false is due");
  }

  /// The texts of a list, or the one text that stands in its place; empty when it is absent.
  public List<String> texts(String name) {
    if (!(members.get(name) instanceof List<?> list)) {
      return text(name).stream().toList();
    }
    asked.add(name);
    var texts = new ArrayList<String>();
    for (Object value : list) {
      if (value == null || value instanceof Map || value instanceof List) {
        throw wrong(name, "a list of plain values is due");
      }
      texts.add(value.toString().strip());
    }
    return texts;
  }

  /// The values of a list, each read by `parser`.
  public <T> List<T> values(String name, Function<String, T> parser, String allowed) {
    return texts(name).stream().map(t -> parse(name, t, parser, allowed)).toList();
  }

  /// The mappings of a list; empty when it is absent.
  public List<YamlMap> maps(String name) {
    asked.add(name);
    var maps = new ArrayList<YamlMap>();
    switch (members.get(name)) {
      case null -> {}
      case List<?> list -> {
        for (Object value : list) {
          maps.add(of("%s: %s[%d]".formatted(place, name, maps.size() + 1), value));
        }
      }
      default -> throw wrong(name, "a list is due");
    }
    return maps;
  }

  /// A mapping within this one; empty when it is absent.
  public Optional<YamlMap> map(String name) {
    asked.add(name);
    Object value = members.get(name);
    return value == null ? Optional.empty() : Optional.of(of(place + ": " + name, value));
  }

  /// Says that every member was asked for by now.
  ///
  /// @throws IllegalArgumentException when there is another
  public void finish() {
    for (Object name : members.keySet()) {
      if (!(name instanceof String known) || !asked.contains(known)) {
        throw new IllegalArgumentException(
            "%s: %s: no such name; known are %s"
                .formatted(
                    place, Printable.of(String.valueOf(name)), asked.stream().sorted().toList()));
      }
    }
  }

  /// A mistake in a member.
  public IllegalArgumentException wrong(String name, String allowed) {
    Object value = members.get(name);
    return new IllegalArgumentException(
        value == null
            ? "%s: %s: %s".formatted(place, name, allowed)
            : "%s: %s: %s: %s".formatted(place, name, Printable.of(value), allowed));
  }

  private <T> T parse(String name, String text, Function<String, T> parser, String allowed) {
    try {
      return parser.apply(text);
    } catch (RuntimeException e) {
      var wrong = wrong(name, allowed);
      wrong.initCause(e);
      throw wrong;
    }
  }
}
