package dev.broadsheet.ingest.format;

import dev.broadsheet.contract.Digests;
import dev.broadsheet.contract.IssueHints;
import dev.broadsheet.contract.Json;
import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.contract.Utf8;
import java.nio.charset.CharacterCodingException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Issues as JSON, one a line:
///
///     {"key":"paper/2025-06-12/01","text":"…","paper":"…","date":"2025-06-12","page":"1"}
///
/// `key` and `text` must be there; the rest are hints. The key counts from the root.
final class IssueLines {
  /// As it is written. Every component may be absent.
  record Line(
      @Nullable String key,
      @Nullable String text,
      @Nullable String paper,
      @Nullable String date,
      @Nullable String page) {}

  private IssueLines() {}

  /// All issues of a file.
  ///
  /// @param limit bytes of a line
  /// @return nothing when the first line is no JSON object: then it is a text that looks like one
  /// @throws Refusal that names the first line that is wrong
  static List<Page> read(byte[] bytes, int limit) throws Refusal {
    List<Page> pages = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    int number = 0;
    for (int from = 0; from < bytes.length; ) {
      int to = from;
      while (to < bytes.length && bytes[to] != '\n') {
        to++;
      }
      number++;
      byte[] line = Arrays.copyOfRange(bytes, from, to);
      from = to + 1;
      if (isBlank(line)) {
        continue;
      }
      try {
        pages.add(page(line, limit, keys));
      } catch (IllegalArgumentException e) {
        if (pages.isEmpty()) {
          return List.of();
        }
        throw new Refusal(
            RejectReason.DECODE, "line %d is not JSON: write it again".formatted(number));
      } catch (Refusal e) {
        throw e.in("line " + number);
      }
    }
    return pages;
  }

  private static Page page(byte[] line, int limit, Set<String> keys) throws Refusal {
    if (line.length > limit) {
      throw Members.tooLarge(line.length, limit);
    }
    Line issue = Json.read(line, Line.class);
    if (issue.key == null || issue.text == null) {
      throw new Refusal(RejectReason.DECODE, "key and text are due: add them");
    }
    if (!keys.add(issue.key)) {
      throw new Refusal(RejectReason.KEY, "a key that an earlier line has: leave one out");
    }
    requireWhole(issue.text);
    if (PageText.check(issue.text, "UTF-8") instanceof PageText.NotText(var reason, var message)) {
      throw new Refusal(reason, message);
    }
    return new Page(
        new Page.Name.Keyed(issue.key),
        issue.text,
        new Page.Source("application/json", "UTF-8", Digests.sha256(line), line.length),
        new IssueHints(issue.paper, issue.date, issue.page));
  }

  /// Half a surrogate pair, which JSON can escape, is no character.
  private static void requireWhole(String text) throws Refusal {
    try {
      Utf8.encode(text);
    } catch (CharacterCodingException e) {
      throw new Refusal(RejectReason.ENCODING, "half a surrogate pair: write whole characters");
    }
  }

  private static boolean isBlank(byte[] line) {
    for (byte b : line) {
      if (b > ' ' || b < 0) {
        return false;
      }
    }
    return true;
  }
}
