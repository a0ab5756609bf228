package dev.broadsheet.ingest.ledger;

import dev.broadsheet.contract.Digests;
import dev.broadsheet.contract.IssueHints;
import dev.broadsheet.contract.LedgerEntry;
import dev.broadsheet.contract.LedgerEntry.State;
import dev.broadsheet.contract.RawIssue;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// What one transaction would write, worked out by comparing with the ledger. Nothing here talks
/// to Kafka.
final class Plan implements Transaction {
  /// Two records that belong together.
  record Write(RawIssue issue, LedgerEntry entry) {}

  /// The content of an issue that was withdrawn before any text of it came: no text has this hash.
  private static final String NO_TEXT = Digests.sha256(new byte[0]);

  private final LedgerIndex index;
  private final Instant now;
  private final List<Write> writes = new ArrayList<>();
  private final Map<String, LedgerEntry> planned = new HashMap<>();

  Plan(LedgerIndex index, Instant now) {
    this.index = index;
    this.now = now;
  }

  @Override
  public Publication publish(IncomingIssue issue, boolean reissue) {
    String sha256 = issue.origin().sha256();
    LedgerEntry last = find(issue.key()).orElse(null);
    if (last == null) {
      write(live(issue, 1), new LedgerEntry(1, sha256, issue.size(), State.ACCEPTED));
      return new Publication(Publication.Kind.ACCEPTED, 1);
    }
    long next = last.revision() + 1;
    boolean withdrawn = last.state() == State.WITHDRAWN;
    if (withdrawn && !reissue && last.sha256().equals(NO_TEXT)) {
      write(hidden(issue.key(), next, sha256), withdrawn(next, sha256, issue.size()));
      return new Publication(Publication.Kind.STILL_WITHDRAWN, next);
    }
    if (last.sha256().equals(sha256) && !(withdrawn && reissue)) {
      return new Publication(
          withdrawn ? Publication.Kind.STILL_WITHDRAWN : Publication.Kind.UNCHANGED,
          last.revision());
    }
    write(live(issue, next), new LedgerEntry(next, sha256, issue.size(), State.ACCEPTED));
    return new Publication(Publication.Kind.REVISED, next);
  }

  /// Plans the same text once more as the next revision, so that every later stage takes it up
  /// again. An issue that has a newer revision than the one that failed, or is withdrawn, stays as
  /// it is; so the same failure is never taken up twice.
  ///
  /// @return the new revision, or empty when nothing is to be done
  OptionalLong reissue(Reissue again) {
    IncomingIssue issue = again.issue();
    LedgerEntry last = find(issue.key()).orElse(null);
    if (last != null && (last.revision() > again.revision() || last.state() == State.WITHDRAWN)) {
      return OptionalLong.empty();
    }
    long next = last == null ? 1 : last.revision() + 1;
    write(
        live(issue, next),
        new LedgerEntry(next, issue.origin().sha256(), issue.size(), State.ACCEPTED));
    return OptionalLong.of(next);
  }

  @Override
  public Withdrawal withdraw(String key, boolean inAdvance) {
    Optional<LedgerEntry> last = find(key);
    if (last.isEmpty()) {
      if (!inAdvance) {
        return new Withdrawal(Withdrawal.Kind.UNKNOWN, 0);
      }
      write(hidden(key, 1, NO_TEXT), withdrawn(1, NO_TEXT, 0));
      return new Withdrawal(Withdrawal.Kind.WITHDRAWN, 1);
    }
    LedgerEntry entry = last.get();
    if (entry.state() == State.WITHDRAWN) {
      return new Withdrawal(Withdrawal.Kind.ALREADY_WITHDRAWN, entry.revision());
    }
    long next = entry.revision() + 1;
    write(hidden(key, next, entry.sha256()), withdrawn(next, entry.sha256(), entry.size()));
    return new Withdrawal(Withdrawal.Kind.WITHDRAWN, next);
  }

  /// In the order in which they were planned.
  List<Write> writes() {
    return List.copyOf(writes);
  }

  /// Whether a ledger holds what was planned. A transaction is in it whole or not at all, so one
  /// entry of it is proof; that, or another writer published the same text under the same revision,
  /// which comes to the same.
  boolean isIn(LedgerIndex ledger) {
    return planned.entrySet().stream()
        .anyMatch(e -> ledger.find(e.getKey()).filter(e.getValue()::equals).isPresent());
  }

  @Override
  public Optional<LedgerEntry> find(String key) {
    LedgerEntry here = planned.get(key);
    return here == null ? index.find(key) : Optional.of(here);
  }

  private void write(RawIssue issue, LedgerEntry entry) {
    writes.add(new Write(issue, entry));
    planned.put(issue.key(), entry);
  }

  private RawIssue live(IncomingIssue issue, long revision) {
    return new RawIssue(
        issue.key(), issue.text(), revision, false, issue.origin(), now, issue.hints());
  }

  private RawIssue hidden(String key, long revision, String sha256) {
    var origin = new RawIssue.Origin("withdraw:", "text/plain", "UTF-8", sha256);
    return new RawIssue(key, "", revision, true, origin, now, IssueHints.NONE);
  }

  private static LedgerEntry withdrawn(long revision, String sha256, long size) {
    return new LedgerEntry(revision, sha256, size, State.WITHDRAWN);
  }
}
