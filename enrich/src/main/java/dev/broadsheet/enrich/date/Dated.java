package dev.broadsheet.enrich.date;

/// An expression of a text with the days that it means.
///
/// @param expression what it says
/// @param start index in the squeezed text
/// @param end index behind it
record Dated(Expression expression, int start, int end, Span span) {
  /// Whether it can be the day of an event: a day or a range of days, but no holiday.
  boolean isEventLike() {
    return span.isDays()
        && !(expression instanceof Expression.Feast(_, _, boolean holiday) && holiday)
        && !(expression instanceof Expression.Week(_, int weekday) && weekday == 0);
  }
}
