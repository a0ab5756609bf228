package dev.broadsheet.cli.letter;

import dev.broadsheet.contract.Utf8;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Text that a terminal may show: what it would obey, or not show, is made visible.
public final class Visible {
  private static final int CONTROL_PICTURES = 0x2400;
  private static final int DELETE_PICTURE = 0x2421;
  private static final int BEFORE_FAULT = 400;
  private static final int AFTER_FAULT = 200;

  private Visible() {}

  /// `text` with control characters as pictures and invisible ones by number; line feeds stay.
  public static String of(String text) {
    var out = new StringBuilder();
    text.codePoints().forEach(c -> append(out, c));
    return out.toString();
  }

  /// The text of a record, at most `limit` characters. When it is not UTF-8, the stretch around the
  /// first byte that is not, with this byte marked; likewise around the first control character
  /// that no text has.
  public static String of(byte[] value, int limit) {
    int broken = Utf8.firstError(value);
    if (broken >= 0) {
      return around(value, broken);
    }
    String text = new String(value, StandardCharsets.UTF_8);
    int control = firstControl(text);
    if (control >= 0) {
      long line = text.substring(0, control).chars().filter(c -> c == '\n').count() + 1;
      int from = Math.max(0, control - BEFORE_FAULT);
      return "line %d: %s【%s】%s"
          .formatted(
              line,
              of(text.substring(from, control)),
              of(text.substring(control, control + 1)),
              of(text.substring(control + 1, Math.min(text.length(), control + 1 + AFTER_FAULT))));
    }
    return text.length() <= limit
        ? of(text)
        : of(text.substring(0, limit)) + "… (%d characters more)".formatted(text.length() - limit);
  }

  private static String around(byte[] value, int fault) {
    int from = Math.max(0, fault - BEFORE_FAULT);
    byte[] before = Arrays.copyOfRange(value, from, fault);
    byte[] after =
        Arrays.copyOfRange(value, fault + 1, Math.min(value.length, fault + 1 + AFTER_FAULT));
    return "byte %d: %s【byte 0x%02x】%s"
        .formatted(
            fault,
            of(new String(before, StandardCharsets.UTF_8)),
            value[fault],
            of(new String(after, StandardCharsets.UTF_8)));
  }

  private static int firstControl(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isISOControl(c) && c != '\n' && c != '\r' && c != '\t' && c != '\f') {
        return i;
      }
    }
    return -1;
  }

  private static void append(StringBuilder out, int c) {
    if (c == '\n') {
      out.append('\n');
    } else if (c < 0x20) {
      out.appendCodePoint(CONTROL_PICTURES + c);
    } else if (c == 0x7f) {
      out.appendCodePoint(DELETE_PICTURE);
    } else if (Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT
        || Character.getType(c) == Character.SURROGATE) {
      out.append("<U+%04X>".formatted(c));
    } else {
      out.appendCodePoint(c);
    }
  }
}
