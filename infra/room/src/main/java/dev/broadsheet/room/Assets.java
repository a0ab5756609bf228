package dev.broadsheet.room;

import dev.broadsheet.contract.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The files of the page. Only these are served, so no path leads anywhere else.
final class Assets {
  private static final List<String> NAMES =
      List.of(
          "index.html",
          "style.css",
          "icon.svg",
          "api.js",
          "article.js",
          "dates.js",
          "dom.js",
          "facets.js",
          "histogram.js",
          "issue.js",
          "labels.js",
          "main.js",
          "marks.js",
          "results.js",
          "route.js",
          "strip.js",
          "topics.js");

  private final Map<String, Asset> byPath;

  /// A file as it is sent.
  ///
  /// @param tag changes with the bytes
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Asset(String type, String tag, byte[] bytes) {}

  private Assets(Map<String, Asset> byPath) {
    this.byPath = byPath;
  }

  static Assets load() {
    var all = new HashMap<String, Asset>();
    NAMES.forEach(name -> all.put("/" + name, read(name)));
    all.put("/", Objects.requireNonNull(all.remove("/index.html")));
    return new Assets(Map.copyOf(all));
  }

  /// The file at a path.
  Optional<Asset> at(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  private static Asset read(String name) {
    try (InputStream in = Assets.class.getResourceAsStream("page/" + name)) {
      byte[] bytes = Objects.requireNonNull(in, () -> name + " is missing").readAllBytes();
      return new Asset(type(name), "\"%.16s\"".formatted(Digests.sha256(bytes)), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String type(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "html" -> "text/html; charset=utf-8";
      case "css" -> "text/css; charset=utf-8";
      case "js" -> "text/javascript; charset=utf-8";
      case "svg" -> "image/svg+xml";
      default -> throw new IllegalArgumentException("file %s: unknown type".formatted(name));
    };
  }
}
