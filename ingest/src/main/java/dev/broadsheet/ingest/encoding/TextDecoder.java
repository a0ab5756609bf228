package dev.broadsheet.ingest.encoding;

import dev.broadsheet.contract.RejectReason;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Bytes to text: UTF-8, UTF-16, GB18030 with its four-byte characters, and Big5, with or without a
/// byte order mark, declared or not.
///
/// A mark decides. Without one, valid UTF-8 is UTF-8: other encodings are valid UTF-8 by accident
/// only in a handful of characters. What is left is what reads best of all that decode strictly;
/// nearly any bytes are valid GB18030, so decoding alone proves nothing. A declaration is a hint:
/// it wins where two readings are about as good.
public final class TextDecoder {
  private static final Charset GB18030 = Charset.forName("GB18030");

  /// What the JDK calls Big5 lacks characters that newspapers print.
  private static final Charset BIG5 = Charset.forName("x-windows-950");

  private static final Charset BIG5_HONG_KONG = Charset.forName("Big5-HKSCS");

  private static final List<Charset> CANDIDATES =
      List.of(GB18030, BIG5, BIG5_HONG_KONG, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

  /// How much better than the next the best reading has to be.
  private static final double CLEAR = 0.2;

  private TextDecoder() {}

  /// Reads bytes of unknown encoding.
  public static Decoding decode(byte[] bytes) {
    return decode(bytes, "");
  }

  /// Reads bytes.
  ///
  /// @param declared name of the charset as the source gave it; empty or unknown names are no hint
  public static Decoding decode(byte[] bytes, String declared) {
    Optional<Mark> mark = Mark.of(bytes);
    if (mark.isPresent()) {
      return marked(bytes, mark.get());
    }
    Reading utf8 = read(bytes, StandardCharsets.UTF_8);
    if (utf8.isWhole() && isSound(utf8.text())) {
      return decoded(utf8, bytes);
    }
    return weigh(bytes, utf8, charset(declared));
  }

  private static Decoding marked(byte[] bytes, Mark mark) {
    Reading reading = Reading.of(bytes, mark.length(), bytes.length, mark.charset());
    return reading.isWhole()
        ? new Decoding.Decoded(reading.text(), name(mark.charset()))
        : Faults.refuse(bytes, reading);
  }

  /// Whether valid UTF-8 may be taken as that without looking further. UTF-16 is full of NUL, and
  /// few characters of other encodings may look like two-byte characters.
  private static boolean isSound(String text) {
    boolean isAscii = true;
    boolean isLong = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        return false;
      }
      isAscii &= c < 0x80;
      isLong |= c >= 0x800;
    }
    return isAscii || isLong;
  }

  private static Decoding weigh(byte[] bytes, Reading utf8, Optional<Charset> declared) {
    List<Weighed> whole = new ArrayList<>();
    List<Weighed> broken = new ArrayList<>();
    broken.add(new Weighed(utf8));
    for (Charset charset : candidates(declared)) {
      var weighed = new Weighed(read(bytes, charset));
      (weighed.reading.isWhole() ? whole : broken).add(weighed);
    }
    whole.removeIf(w -> !w.plausibility.isPlausible());
    Optional<Weighed> best = best(whole, declared);
    if (best.isPresent()) {
      return decoded(best.get().reading, bytes);
    }
    if (utf8.isWhole()) {
      return decoded(utf8, bytes);
    }
    if (!whole.isEmpty()) {
      return Faults.unclear(whole.stream().map(w -> name(w.reading.charset())).toList());
    }
    return Faults.refuse(bytes, likeliest(broken, utf8));
  }

  private static Reading likeliest(List<Weighed> broken, Reading otherwise) {
    return broken.stream()
        .filter(w -> w.plausibility.isPlausible())
        .max(Comparator.comparingDouble(Weighed::score))
        .map(Weighed::reading)
        .orElse(otherwise);
  }

  /// A reading and how it reads.
  private record Weighed(Reading reading, Plausibility plausibility) {
    Weighed(Reading reading) {
      this(reading, reading.plausibility());
    }

    double score() {
      return plausibility.score();
    }
  }

  private static Optional<Weighed> best(List<Weighed> whole, Optional<Charset> declared) {
    whole.sort(Comparator.comparingDouble(Weighed::score).reversed());
    if (whole.size() < 2) {
      return whole.stream().findFirst();
    }
    Weighed first = whole.getFirst();
    // A reading of the same text in another name is no rival.
    List<Weighed> near =
        Stream.concat(
                Stream.of(first),
                whole.stream()
                    .skip(1)
                    .filter(w -> first.score() - w.score() < CLEAR)
                    .filter(w -> !w.reading.text().equals(first.reading.text())))
            .toList();
    return near.size() == 1
        ? Optional.of(first)
        : near.stream()
            .filter(w -> declared.filter(w.reading.charset()::equals).isPresent())
            .findFirst();
  }

  private static Decoding decoded(Reading reading, byte[] bytes) {
    return Faults.mixture(bytes, reading)
        .orElseGet(() -> new Decoding.Decoded(reading.text(), name(reading.charset())));
  }

  private static Reading read(byte[] bytes, Charset charset) {
    return Reading.of(bytes, 0, bytes.length, charset);
  }

  private static Set<Charset> candidates(Optional<Charset> declared) {
    var all = new LinkedHashSet<Charset>();
    declared.ifPresent(all::add);
    all.addAll(CANDIDATES);
    return all;
  }

  /// GBK and GB2312 are parts of GB18030 and are declared where it is meant.
  private static Optional<Charset> charset(String declared) {
    String name = declared.strip().toUpperCase(Locale.ROOT);
    try {
      return switch (name) {
        case "" -> Optional.empty();
        case "GBK", "GB2312", "GB_2312-80", "CP936", "GB18030" -> Optional.of(GB18030);
        case "BIG5", "BIG-5", "CP950" -> Optional.of(BIG5);
        default -> Optional.of(Charset.forName(name)).filter(Charset::canEncode);
      };
    } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
      return Optional.empty();
    }
  }

  /// The name under which the world knows a charset.
  static String name(Charset charset) {
    return charset.equals(BIG5) ? "Big5" : charset.name();
  }

  /// A byte order mark.
  private record Mark(Charset charset, int length) {
    static Optional<Mark> of(byte[] bytes) {
      if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
        return Optional.of(new Mark(StandardCharsets.UTF_8, 3));
      }
      if (starts(bytes, 0xFF, 0xFE, 0, 0)) {
        return Optional.of(new Mark(Charset.forName("UTF-32LE"), 4));
      }
      if (starts(bytes, 0, 0, 0xFE, 0xFF)) {
        return Optional.of(new Mark(Charset.forName("UTF-32BE"), 4));
      }
      if (starts(bytes, 0xFF, 0xFE)) {
        return Optional.of(new Mark(StandardCharsets.UTF_16LE, 2));
      }
      if (starts(bytes, 0xFE, 0xFF)) {
        return Optional.of(new Mark(StandardCharsets.UTF_16BE, 2));
      }
      return starts(bytes, 0x84, 0x31, 0x95, 0x33)
          ? Optional.of(new Mark(GB18030, 4))
          : Optional.empty();
    }

    private static boolean starts(byte[] bytes, int... mark) {
      for (int i = 0; i < mark.length; i++) {
        if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
          return false;
        }
      }
      return true;
    }
  }

  /// That there is no text, for a reader that has found out by itself.
  static Decoding.Refused refuse(String message) {
    return new Decoding.Refused(RejectReason.ENCODING, message);
  }
}
