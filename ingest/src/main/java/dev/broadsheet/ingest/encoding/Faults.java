package dev.broadsheet.ingest.encoding;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// Says what is wrong with bytes that are no text in one encoding, and where.
final class Faults {
  /// A line of fewer characters proves nothing.
  private static final int LEAST_EVIDENCE = 6;

  private static final List<Charset> OTHERS =
      List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"), Charset.forName("x-windows-950"));

  private Faults() {}

  /// Why the best reading there is will not do.
  static Decoding refuse(byte[] bytes, Reading best) {
    int at = best.firstError();
    String name = TextDecoder.name(best.charset());
    if (best.isCut()) {
      return TextDecoder.refuse(
          "truncated: it ends in the middle of a character at byte %d (%s): copy it again"
              .formatted(at, name));
    }
    Line line = Line.around(bytes, at);
    Optional<Charset> other = inOther(bytes, line, best.charset());
    if (other.isPresent()) {
      return mixed(bytes, best.charset(), other.get(), line.from);
    }
    return at < 0
        ? TextDecoder.refuse("in no encoding does it read like text: save it as UTF-8")
        : TextDecoder.refuse(
            "not %s at byte %d (0x%02X): save it as UTF-8".formatted(name, at, bytes[at]));
  }

  static Decoding unclear(List<String> names) {
    return TextDecoder.refuse(
        "it reads equally well as %s: declare its encoding, or save it as UTF-8"
            .formatted(String.join(" and ", names)));
  }

  /// Lines that read like nothing in the encoding of the rest, and like text in another. UTF-16 has
  /// no lines of bytes.
  static Optional<Decoding> mixture(byte[] bytes, Reading reading) {
    Charset charset = reading.charset();
    if (charset.equals(StandardCharsets.UTF_8) || charset.name().startsWith("UTF-16")) {
      return Optional.empty();
    }
    for (Line line = Line.first(bytes); line.from < bytes.length; line = line.next(bytes)) {
      Plausibility own = line.in(bytes, charset).plausibility();
      if (own.counted() >= LEAST_EVIDENCE && !own.isPlausible()) {
        Optional<Charset> other = inOther(bytes, line, charset);
        if (other.isPresent()) {
          return Optional.of(mixed(bytes, charset, other.get(), line.from));
        }
      }
    }
    return Optional.empty();
  }

  private static Decoding mixed(byte[] bytes, Charset one, Charset other, int otherFrom) {
    return TextDecoder.refuse(
        "mixed: %s from byte %d, %s from byte %d: save it in one encoding"
            .formatted(
                TextDecoder.name(one), firstIn(bytes, one), TextDecoder.name(other), otherFrom));
  }

  private static int firstIn(byte[] bytes, Charset charset) {
    for (Line line = Line.first(bytes); line.from < bytes.length; line = line.next(bytes)) {
      Reading reading = line.in(bytes, charset);
      if (reading.isWhole() && reading.plausibility().isPlausible()) {
        return line.from;
      }
    }
    return 0;
  }

  private static Optional<Charset> inOther(byte[] bytes, Line line, Charset charset) {
    return OTHERS.stream()
        .filter(c -> !c.equals(charset))
        .filter(
            c -> {
              Reading reading = line.in(bytes, c);
              return reading.isWhole()
                  && reading.plausibility().isPlausible()
                  && reading.plausibility().counted() >= LEAST_EVIDENCE / 2;
            })
        .findFirst();
  }

  /// A stretch of bytes between line ends; `to` is after its last byte.
  private record Line(int from, int to) {
    static Line first(byte[] bytes) {
      return from(bytes, 0);
    }

    static Line around(byte[] bytes, int at) {
      int from = Math.max(at, 0);
      while (from > 0 && bytes[from - 1] != '\n') {
        from--;
      }
      return from(bytes, from);
    }

    Line next(byte[] bytes) {
      return from(bytes, Math.min(bytes.length, to + 1));
    }

    Reading in(byte[] bytes, Charset charset) {
      return Reading.of(bytes, from, to, charset);
    }

    private static Line from(byte[] bytes, int from) {
      int to = from;
      while (to < bytes.length && bytes[to] != '\n') {
        to++;
      }
      return new Line(from, to);
    }
  }
}
