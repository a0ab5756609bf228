package dev.broadsheet.enrich.subject;

import dev.broadsheet.enrich.split.ArticleDraft;
import dev.broadsheet.enrich.subject.GenreWords.Text;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The form of an article, as far as its genre shows in it.
///
/// @param head kicker, headline and subheads, each behind a dash, dashes made one kind
/// @param column empty when there is none
/// @param credits bylines and credits, a line each
/// @param body without white space
/// @param filed whether it opens as a filed report does (本报讯, …日电)
/// @param crossheads number of short paragraphs that end in no mark or begin with a dash
record GenreForm(Text head, Text column, Text credits, Text body, boolean filed, int crossheads) {
  /// A paragraph that is this short and ends without a mark is a crosshead.
  private static final int CROSSHEAD = 26;

  /// Characters of the body within which 讯 or 电 ends the opening of a report.
  private static final int OPENING = 30;

  private static final String DASHES = "-—―–─·";

  static GenreForm of(ArticleDraft draft, @Nullable String agency, GenreWords words) {
    ArticleDraft.Head head = draft.head();
    StringBuilder lines = new StringBuilder();
    append(lines, head.kicker());
    append(lines, head.headline());
    head.subheads().forEach(s -> append(lines, s));
    Text body = words.read(squeezed(draft.paragraphs()));
    return new GenreForm(
        words.read(lines.toString().toCharArray()),
        words.read(head.column() == null ? new char[0] : head.column().toCharArray()),
        words.read(String.join("\n", draft.bylines()).toCharArray()),
        body,
        agency != null && isFiled(body.letters()),
        crossheads(draft.paragraphs()));
  }

  /// Adds a line without its blanks, behind a dash; a run of dashes becomes one.
  private static void append(StringBuilder lines, @Nullable String line) {
    if (line == null) {
      return;
    }
    appendDash(lines);
    String text = line.strip();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (DASHES.indexOf(c) >= 0) {
        appendDash(lines);
      } else if (!isBlank(c)) {
        lines.append(c);
      }
    }
  }

  private static void appendDash(StringBuilder lines) {
    if (lines.isEmpty() || lines.charAt(lines.length() - 1) != '—') {
      lines.append('—');
    }
  }

  /// The paragraphs without the white space that layout leaves.
  private static char[] squeezed(List<String> paragraphs) {
    int length = 0;
    for (String paragraph : paragraphs) {
      length += paragraph.length();
    }
    char[] out = new char[length];
    int size = 0;
    for (String paragraph : paragraphs) {
      for (int i = 0; i < paragraph.length(); i++) {
        char c = paragraph.charAt(i);
        out[size] = c;
        size += isBlank(c) ? 0 : 1;
      }
    }
    return size == length ? out : Arrays.copyOf(out, size);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\u3000' || (c >= '\t' && c <= '\r');
  }

  /// Characters of its beginning, where a report says who reports it.
  int opening() {
    return Math.min(body.length(), 4 * OPENING);
  }

  int length() {
    return body.length();
  }

  private static boolean isFiled(char[] body) {
    for (int i = 0; i < Math.min(body.length, OPENING); i++) {
      if (body[i] == '讯' || body[i] == '电') {
        return true;
      }
    }
    return false;
  }

  private static int crossheads(List<String> paragraphs) {
    int crossheads = 0;
    for (String paragraph : paragraphs) {
      crossheads += isCrosshead(paragraph) ? 1 : 0;
    }
    return crossheads;
  }

  private static boolean isCrosshead(String paragraph) {
    String line = paragraph.strip();
    return !line.isEmpty()
        && line.length() <= CROSSHEAD
        && ("。！？；：”…，）)!?;:,\"".indexOf(line.charAt(line.length() - 1)) < 0
            || line.startsWith("—"));
  }
}
