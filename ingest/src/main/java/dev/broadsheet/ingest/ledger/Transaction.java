package dev.broadsheet.ingest.ledger;

import dev.broadsheet.contract.LedgerEntry;
import java.util.Optional;

/// One transaction of the ledger while it is worked out: what is known, and what shall be
/// published. Nothing is sent before the work is done.
public interface Transaction {
  /// The newest entry of a key, with what this transaction has planned for it; empty when nothing
  /// was ever taken in under it.
  Optional<LedgerEntry> find(String key);

  /// Plans the publication of an issue.
  ///
  /// @param reissue whether the bytes of a withdrawn issue bring it back
  Publication publish(IncomingIssue issue, boolean reissue);

  /// Plans a withdrawal.
  ///
  /// @param inAdvance whether a key that is not known is withdrawn too, so that the first text
  ///     that comes under it stays hidden
  Withdrawal withdraw(String key, boolean inAdvance);
}
