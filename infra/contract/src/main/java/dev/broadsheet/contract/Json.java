package dev.broadsheet.contract;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.cfg.DateTimeFeature;
import tools.jackson.databind.json.JsonMapper;

/// JSON of the contract's records: snake case, nulls written, components in their order, so that
/// the same value gives the same bytes.
public final class Json {
  private static final JsonMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(50)
                          .maxStringLength(32 * 1024 * 1024)
                          .build())
                  .build())
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .changeDefaultPropertyInclusion(v -> v.withValueInclusion(JsonInclude.Include.ALWAYS))
          .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .disable(DateTimeFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private Json() {}

  /// The mapper behind these methods, for libraries that want one.
  public static JsonMapper mapper() {
    return MAPPER;
  }

  /// One line of UTF-8 without a line break.
  public static byte[] bytes(Object value) {
    return MAPPER.writeValueAsBytes(value);
  }

  /// The same as [#bytes], unless there are more than `most`: then null, without the memory for
  /// them.
  public static byte @Nullable [] bytes(Object value, int most) {
    var out = new BoundedBytes(most);
    MAPPER.writeValue(out, value);
    return out.all();
  }

  /// The same as [#bytes], as a string.
  public static String text(Object value) {
    return MAPPER.writeValueAsString(value);
  }

  /// Reads a value of `type`.
  ///
  /// @throws IllegalArgumentException when `bytes` are not JSON of that shape
  public static <T> T read(byte[] bytes, Class<T> type) {
    try {
      T value = MAPPER.readValue(bytes, type);
      if (value == null) {
        throw new IllegalArgumentException("JSON null where %s is due".formatted(type));
      }
      return value;
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "not a %s in JSON: %s".formatted(type.getSimpleName(), e.getOriginalMessage()), e);
    }
  }

  /// Reads any JSON.
  ///
  /// @throws IllegalArgumentException when `bytes` are not JSON
  public static JsonNode tree(byte[] bytes) {
    return read(bytes, JsonNode.class);
  }
}
