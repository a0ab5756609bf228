package dev.broadsheet.ingest.intake;

import dev.broadsheet.ingest.ledger.Publication;

/// Counts of outcomes. Their sum, bytes aside, is the number of files that had one, with each issue
/// of a file that holds several for a file.
///
/// @param accepted issues that were new
/// @param revised issues that had other bytes before
/// @param unchanged issues that are in the ledger with these bytes
/// @param stillWithdrawn issues that are withdrawn and stay so
/// @param refused files that could not be taken in
/// @param ignored files that are not meant to be taken in
/// @param bytes of all files that are in the ledger
public record Tally(
    long accepted,
    long revised,
    long unchanged,
    long stillWithdrawn,
    long refused,
    long ignored,
    long bytes) {
  public static final Tally ZERO = new Tally(0, 0, 0, 0, 0, 0, 0);

  /// With one more outcome.
  public Tally plus(FileOutcome outcome) {
    return switch (outcome) {
      case FileOutcome.Refused _ -> plus(new Tally(0, 0, 0, 0, 1, 0, 0));
      case FileOutcome.Ignored _ -> plus(new Tally(0, 0, 0, 0, 0, 1, 0));
      case FileOutcome.Taken(var publication, var size) -> plus(publication, size);
      case FileOutcome.Bundle(var publications, var size, _) -> {
        Tally sum = plus(new Tally(0, 0, 0, 0, 0, 0, size));
        for (Publication publication : publications) {
          sum = sum.plus(publication, 0);
        }
        yield sum;
      }
    };
  }

  /// Issues and files that had an outcome: a file of several issues counts once for each.
  public long files() {
    return accepted + revised + unchanged + stillWithdrawn + refused + ignored;
  }

  private Tally plus(Publication publication, long size) {
    return plus(
        switch (publication.kind()) {
          case ACCEPTED -> new Tally(1, 0, 0, 0, 0, 0, size);
          case REVISED -> new Tally(0, 1, 0, 0, 0, 0, size);
          case UNCHANGED -> new Tally(0, 0, 1, 0, 0, 0, size);
          case STILL_WITHDRAWN -> new Tally(0, 0, 0, 1, 0, 0, size);
        });
  }

  private Tally plus(Tally other) {
    return new Tally(
        accepted + other.accepted,
        revised + other.revised,
        unchanged + other.unchanged,
        stillWithdrawn + other.stillWithdrawn,
        refused + other.refused,
        ignored + other.ignored,
        bytes + other.bytes);
  }
}
