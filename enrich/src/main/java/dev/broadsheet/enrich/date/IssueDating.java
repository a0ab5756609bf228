package dev.broadsheet.enrich.date;

import dev.broadsheet.enrich.split.ArticleDraft;
import dev.broadsheet.enrich.split.MastheadFields;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Dates an issue by consensus of the masthead, what its source says, and its articles.
///
/// Every day that any of them names is a candidate; the one that most of them support is taken, and
/// whoever disagrees leaves a flag. Nothing is guessed in silence.
public final class IssueDating {
  public static final String LUNAR_MISMATCH = "lunar_mismatch";
  public static final String WEEKDAY_MISMATCH = "weekday_mismatch";
  public static final String DATE_CONFLICT = "date_conflict";
  public static final String UNDATED = "undated";

  private IssueDating() {}

  /// The day of an issue.
  ///
  /// @param hint day as the source gave it; what is no date is ignored and flagged
  /// @param path day in the issue key
  public static IssueDate decide(
      MastheadFields masthead,
      List<ArticleDraft> articles,
      @Nullable String hint,
      @Nullable LocalDate path) {
    TreeSet<String> flags = new TreeSet<>();
    LocalDate hinted = hint == null ? null : DayText.parse(hint).orElse(null);
    if (hint != null && hinted == null) {
      flags.add(DATE_CONFLICT);
    }
    boolean named = masthead.date() != null || hinted != null || path != null;
    Evidence evidence = Evidence.of(masthead, articles, named);
    Ballot ballot = new Ballot(evidence);
    ballot.nominate("masthead", masthead.date());
    ballot.nominate("hint", hinted);
    ballot.nominate("path", path);
    evidence.lunarDays(ballot.firstDay()).forEach(ballot::nominateLunar);
    Ballot.Candidate best = ballot.winner();
    if (best == null) {
      return inferred(masthead, evidence, flags);
    }
    flags.addAll(ballot.conflicts(best));
    return dated(masthead, best.day(), best.source(), flags);
  }

  /// The day that an issue key holds: `paper/2025-03-20/01`, `20250320`, `2025/03/20`.
  public static Optional<LocalDate> fromPath(String issueKey) {
    return DayText.find(issueKey);
  }

  private static IssueDate inferred(MastheadFields masthead, Evidence evidence, Set<String> flags) {
    IssueInference inference = IssueInference.of(evidence.pages(), evidence.weekday());
    if (inference.day() != null) {
      return dated(masthead, inference.day(), "inferred", flags);
    }
    flags.add(UNDATED);
    Reference reference =
        inference.month() == null ? Reference.NONE : Reference.about(inference.month());
    return new IssueDate(
        null, null, masthead.lunarDate(), masthead.weekday(), List.copyOf(flags), reference);
  }

  private static IssueDate dated(
      MastheadFields masthead, LocalDate day, String source, Set<String> flags) {
    return new IssueDate(
        day,
        source,
        masthead.lunarDate(),
        masthead.weekday(),
        List.copyOf(flags),
        Reference.of(day));
  }
}
