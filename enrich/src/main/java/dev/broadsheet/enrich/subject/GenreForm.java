package dev.broadsheet.enrich.subject;

import dev.broadsheet.enrich.split.ArticleDraft;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The form of an article, as far as its genre shows in it.
///
/// @param head kicker, headline and subheads, each behind a dash, dashes made one kind
/// @param column empty when there is none
/// @param credits bylines and credits, a line each
/// @param body without white space
/// @param filed whether it opens as a filed report does (本报讯, …日电)
/// @param crossheads number of short paragraphs that end in no mark or begin with a dash
record GenreForm(
    String head, String column, String credits, String body, boolean filed, int crossheads) {
  /// A paragraph that is this short and ends without a mark is a crosshead.
  private static final int CROSSHEAD = 26;

  /// Characters of the body within which 讯 or 电 ends the opening of a report.
  private static final int OPENING = 30;

  private static final Pattern DASHES = Pattern.compile("[-—―–─·]++");

  static GenreForm of(ArticleDraft draft, @Nullable String agency) {
    ArticleDraft.Head head = draft.head();
    String body = squeezed(draft.body());
    StringBuilder lines = new StringBuilder();
    append(lines, head.kicker());
    append(lines, head.headline());
    head.subheads().forEach(s -> append(lines, s));
    return new GenreForm(
        DASHES.matcher(squeezed(lines)).replaceAll("—"),
        head.column() == null ? "" : head.column(),
        String.join("\n", draft.bylines()),
        body,
        agency != null && isFiled(body),
        (int) draft.paragraphs().stream().filter(GenreForm::isCrosshead).count());
  }

  private static void append(StringBuilder lines, @Nullable String line) {
    if (line != null) {
      lines.append('—').append(line.strip());
    }
  }

  /// The text without the white space that layout leaves.
  private static String squeezed(CharSequence text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c != ' ' && c != '\u3000' && (c < '\t' || c > '\r')) {
        out.append(c);
      }
    }
    return out.toString();
  }

  /// Its beginning, where a report says who reports it.
  String opening() {
    return body.substring(0, Math.min(body.length(), 4 * OPENING));
  }

  int length() {
    return body.length();
  }

  private static boolean isFiled(String body) {
    String start = body.substring(0, Math.min(body.length(), OPENING));
    return start.indexOf('讯') >= 0 || start.indexOf('电') >= 0;
  }

  private static boolean isCrosshead(String paragraph) {
    String line = paragraph.strip();
    return !line.isEmpty()
        && line.length() <= CROSSHEAD
        && ("。！？；：”…，）)!?;:,\"".indexOf(line.charAt(line.length() - 1)) < 0
            || line.startsWith("—"));
  }
}
