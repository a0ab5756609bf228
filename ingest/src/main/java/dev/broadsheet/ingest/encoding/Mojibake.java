package dev.broadsheet.ingest.encoding;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Finds text that was decoded in the wrong encoding by whoever wrote it, and then saved. It is not
/// mended: characters that the wrong encoding does not have are lost for good.
public final class Mojibake {
  /// How such text comes about: bytes of the one, read as the other.
  private record Accident(Charset written, Charset read) {}

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Charset BIG5 = Charset.forName("x-windows-950");
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private static final List<Accident> ACCIDENTS =
      List.of(
          new Accident(StandardCharsets.UTF_8, GB18030),
          new Accident(StandardCharsets.UTF_8, WINDOWS),
          new Accident(StandardCharsets.UTF_8, StandardCharsets.ISO_8859_1),
          new Accident(StandardCharsets.UTF_8, BIG5),
          new Accident(GB18030, StandardCharsets.ISO_8859_1),
          new Accident(GB18030, WINDOWS),
          new Accident(BIG5, StandardCharsets.ISO_8859_1),
          new Accident(BIG5, GB18030),
          new Accident(GB18030, BIG5));

  /// Text is judged by its beginning.
  private static final int SAMPLE = 20_000;

  private static final int LEAST_EVIDENCE = 6;

  private static final double ONE_SCRIPT = 0.8;

  private Mojibake() {}

  /// What happened to a text, such as `UTF-8 read as GB18030`, or empty when it reads well or
  /// nothing explains it.
  public static Optional<String> in(String text) {
    String sample = text.substring(0, Math.min(SAMPLE, text.length()));
    Plausibility seen = Plausibility.of(sample);
    if (seen.counted() < LEAST_EVIDENCE || seen.isPlausible() || isForeign(sample, seen)) {
      return Optional.empty();
    }
    return ACCIDENTS.stream()
        .filter(a -> explains(a, sample, seen))
        .findFirst()
        .map(a -> "%s read as %s".formatted(a.written.name(), a.read.name()));
  }

  /// Garbled text is a mixture of scripts; text in one script beside ASCII is in another language.
  private static boolean isForeign(String sample, Plausibility seen) {
    long most =
        sample
            .codePoints()
            .filter(c -> c >= 0x80 && Character.isLetter(c) && !Character.isIdeographic(c))
            .mapToObj(Character.UnicodeScript::of)
            .filter(script -> script != Character.UnicodeScript.LATIN)
            .collect(Collectors.groupingBy(script -> script, Collectors.counting()))
            .values()
            .stream()
            .mapToLong(Long::longValue)
            .max()
            .orElse(0);
    return most > ONE_SCRIPT * seen.counted();
  }

  private static boolean explains(Accident accident, String sample, Plausibility seen) {
    byte[] bytes = back(sample, accident.read);
    String before = Reading.of(bytes, 0, bytes.length, accident.written).text();
    Plausibility then = Plausibility.of(before);
    return then.counted() >= LEAST_EVIDENCE / 2
        && then.isPlausible()
        && then.score() > seen.score() + 0.4
        // Two or more characters stand for one that was written.
        && then.counted() * 5L > seen.counted();
  }

  /// The bytes that were read; characters that stand for lost ones are left out.
  private static byte[] back(String text, Charset read) {
    CharsetEncoder encoder =
        read.newEncoder()
            .onMalformedInput(CodingErrorAction.IGNORE)
            .onUnmappableCharacter(CodingErrorAction.IGNORE);
    try {
      ByteBuffer bytes = encoder.encode(CharBuffer.wrap(text));
      byte[] out = new byte[bytes.remaining()];
      bytes.get(out);
      return out;
    } catch (CharacterCodingException e) {
      throw new IllegalStateException("encoding ignores errors", e);
    }
  }
}
