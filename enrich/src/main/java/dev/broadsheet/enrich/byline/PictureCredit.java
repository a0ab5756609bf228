package dev.broadsheet.enrich.byline;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Finds the photographer's credit that closes a caption: …。 记者 李四 摄, （李四摄）, 摄影:李四.
final class PictureCredit {
  private static final int LONGEST = 40;
  private static final String STOPS = "。!?;…”";
  private static final List<String> LABELS = List.of("摄影:", "摄影/", "图/", "图:", "摄/");

  private PictureCredit() {}

  /// The credit; null where the text does not end with one.
  static @Nullable Excerpt find(String text) {
    int end = text.length();
    while (end > 0 && " \n\r\t\u3000。)）".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    int from = Math.max(0, end - LONGEST);
    if (text.indexOf('摄', from, end) < 0 && text.indexOf('图', from, end) < 0) {
      return null;
    }
    String tail = Folded.of(text.substring(from, end));
    int start = stop(tail);
    if (start < 0 && from > 0) {
      return null;
    }
    String credit = tail.substring(start + 1);
    if (!isPictureCredit(credit)) {
      return null;
    }
    return new Excerpt(from + start + 1, end);
  }

  private static int stop(String tail) {
    for (int i = tail.length() - 1; i >= 0; i--) {
      if (STOPS.indexOf(tail.charAt(i)) >= 0 || tail.charAt(i) == '(') {
        return i;
      }
    }
    return -1;
  }

  private static boolean isPictureCredit(String credit) {
    String text = credit.strip();
    if (LABELS.stream().anyMatch(text::startsWith)) {
      return !Credit.read(text).isEmpty();
    }
    if (!text.endsWith("摄") && !text.endsWith("摄影") && !text.endsWith("摄影报道")) {
      return false;
    }
    List<Credit.Group> groups = Credit.read(text);
    return !groups.isEmpty()
        && text.indexOf(',') < 0
        && groups.stream().flatMap(g -> g.names().stream()).allMatch(Names::isSureName);
  }
}
