package dev.broadsheet.ingest.push;

import dev.broadsheet.contract.LedgerEntry;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The conditions of a request, `If-Match` and `If-None-Match` of RFC 9110. They are judged within
/// the transaction that publishes, so nothing comes between.
///
/// @param match tags of which one must be the issue's; empty for no such condition
/// @param noneMatch tags of which none may be the issue's; empty for no such condition
record Conditions(List<String> match, List<String> noneMatch) {
  private static final int TAG_DIGITS = 16;
  private static final String ANY = "*";

  /// Conditions from the headers of a request.
  static Conditions of(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
    return new Conditions(tags(ifMatch), tags(ifNoneMatch));
  }

  /// The entity tag of an issue: its revision and the beginning of its hash.
  static String tag(LedgerEntry entry) {
    return "\"%d-%s\"".formatted(entry.revision(), entry.sha256().substring(0, TAG_DIGITS));
  }

  /// Whether they hold. A withdrawn issue counts as absent.
  boolean hold(Optional<LedgerEntry> entry) {
    Optional<String> tag =
        entry.filter(e -> e.state() == LedgerEntry.State.ACCEPTED).map(Conditions::tag);
    return (match.isEmpty() || isAmong(match, tag))
        && (noneMatch.isEmpty() || !isAmong(noneMatch, tag));
  }

  private static boolean isAmong(List<String> tags, Optional<String> tag) {
    return tag.isPresent() && (tags.contains(ANY) || tags.contains(tag.get()));
  }

  private static List<String> tags(@Nullable String header) {
    return header == null
        ? List.of()
        : Arrays.stream(header.split(",")).map(String::strip).toList();
  }
}
