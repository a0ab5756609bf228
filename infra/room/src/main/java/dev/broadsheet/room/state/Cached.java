package dev.broadsheet.room.state;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// An answer that is asked for again only when it is older than it may be, so that many readers
/// cost no more than one. Safe for many threads; all but one wait.
final class Cached<T, E extends Exception> {
  private final Duration age;
  private final LongSupplier nanos;
  private final Question<T, E> question;
  private @Nullable T answer;
  private long askedAt;

  /// Something to ask.
  interface Question<T, E extends Exception> {
    T ask() throws E;
  }

  /// @param nanos a clock that never goes back
  Cached(Duration age, LongSupplier nanos, Question<T, E> question) {
    this.age = age;
    this.nanos = nanos;
    this.question = question;
  }

  /// The answer. A failure is not kept.
  synchronized T get() throws E {
    T known = answer;
    if (known != null && nanos.getAsLong() - askedAt < age.toNanos()) {
      return known;
    }
    T fresh = question.ask();
    answer = fresh;
    askedAt = nanos.getAsLong();
    return fresh;
  }
}
