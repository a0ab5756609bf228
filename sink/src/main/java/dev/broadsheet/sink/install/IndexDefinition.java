package dev.broadsheet.sink.install;

import co.elastic.clients.elasticsearch._types.mapping.TypeMapping;
import co.elastic.clients.elasticsearch.indices.IndexSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/// Settings and mapping of every index of articles, from the resource files.
///
/// @param settings with the analyzer of Chinese text
/// @param mapping strict: a field that it does not name is refused
public record IndexDefinition(IndexSettings settings, TypeMapping mapping) {
  /// Where the files are.
  public static final String MAPPING = "/elasticsearch/mapping.json";

  static final String SETTINGS = "/elasticsearch/settings.json";

  /// Reads the files.
  public static IndexDefinition load() {
    try (InputStream settings = open(SETTINGS);
        InputStream mapping = open(MAPPING)) {
      return new IndexDefinition(
          IndexSettings.of(builder -> builder.withJson(settings)),
          TypeMapping.of(builder -> builder.withJson(mapping)));
    } catch (IOException e) {
      throw new UncheckedIOException("index definition cannot be read", e);
    }
  }

  private static InputStream open(String resource) {
    return Objects.requireNonNull(
        IndexDefinition.class.getResourceAsStream(resource), () -> resource + " is missing");
  }
}
