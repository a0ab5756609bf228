package dev.broadsheet.ingest.push;

import dev.broadsheet.contract.LedgerEntry;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What a client is told.
///
/// @param status of HTTP
/// @param headers beside the content type
/// @param body to be written as JSON; null for none
record Answer(int status, Map<String, String> headers, @Nullable Object body) {
  Answer {
    headers = Map.copyOf(headers);
  }

  /// An issue as the ledger has it.
  ///
  /// @param outcome what this request did: `accepted`, `revised`, `unchanged`, `withdrawn` or, for
  ///     a question, `known`
  record Issue(String key, long revision, String sha256, long size, String state, String outcome) {}

  /// An answer about an issue that is in the ledger.
  static Answer of(int status, String key, LedgerEntry entry, String outcome) {
    var body =
        new Issue(
            key,
            entry.revision(),
            entry.sha256(),
            entry.size(),
            entry.state().name().toLowerCase(Locale.ROOT),
            outcome);
    return new Answer(status, Map.of(), body).with("ETag", Conditions.tag(entry));
  }

  /// With one more header.
  Answer with(String name, String value) {
    var all = new HashMap<>(headers);
    all.put(name, value);
    return new Answer(status, all, body);
  }

  static Answer of(Problem problem, String input) {
    return new Answer(problem.status(), problem.headers(), problem.body(input));
  }
}
