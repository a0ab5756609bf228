package dev.broadsheet.rig.feed;

/// The entrance of the pipeline as its user sees it.
public interface Door {
  /// Waits until the ledger says that an issue was taken in at this revision.
  ///
  /// @throws IllegalStateException when that takes too long
  void awaitTaken(String key, long revision);

  /// Takes an issue out of search; tries again until the command says that it is done.
  ///
  /// @throws IllegalStateException when that takes too long
  void withdraw(String key);
}
