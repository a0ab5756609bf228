package dev.broadsheet.room;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The parameters of a request, each checked as it is read.
final class Parameters {
  private static final int MAX_CHARACTERS = 600;
  private static final int MAX_PARAMETERS = 40;

  private final Map<String, List<String>> values;

  private Parameters(Map<String, List<String>> values) {
    this.values = values;
  }

  /// Parameters of a query string.
  ///
  /// @throws RequestRefused when there are too many, one is too long or is not in `known`
  static Parameters of(@Nullable String query, Set<String> known) throws RequestRefused {
    var values = new LinkedHashMap<String, List<String>>();
    int count = 0;
    for (String pair : query == null ? new String[0] : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (pair.isEmpty()) {
        continue;
      }
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = decode(equals < 0 ? "" : pair.substring(equals + 1));
      if (!known.contains(name) || value.length() > MAX_CHARACTERS || ++count > MAX_PARAMETERS) {
        throw refused("unknown, too long or one too many; these are known: %s".formatted(known));
      }
      values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
    }
    return new Parameters(values);
  }

  /// The one value of a parameter, or an empty text.
  String text(String name) throws RequestRefused {
    List<String> all = all(name);
    if (all.size() > 1) {
      throw refused(name + ": more than one");
    }
    return all.isEmpty() ? "" : all.getFirst().strip();
  }

  /// The one value of a parameter that must be there.
  String due(String name) throws RequestRefused {
    String text = text(name);
    if (text.isEmpty()) {
      throw refused(name + ": it is missing");
    }
    return text;
  }

  List<String> all(String name) {
    return values.getOrDefault(name, List.of());
  }

  /// A day, `2025-06-12`; null when it is not given.
  @Nullable LocalDate day(String name) throws RequestRefused {
    String text = text(name);
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw refused(name + ": a day such as 2025-06-12 is due");
    }
  }

  /// A whole number from 1 to `max`; 1 when it is not given.
  int number(String name, int max) throws RequestRefused {
    String text = text(name);
    if (text.isEmpty()) {
      return 1;
    }
    int value = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : 0;
    if (value < 1 || value > max) {
      throw refused("%s: 1 to %d are allowed".formatted(name, max));
    }
    return value;
  }

  static RequestRefused refused(String message) {
    return new RequestRefused(400, "parameter", message);
  }

  private static String decode(String text) throws RequestRefused {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw refused("a percent sign without two hex digits");
    }
  }
}
