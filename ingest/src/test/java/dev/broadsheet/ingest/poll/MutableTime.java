package dev.broadsheet.ingest.poll;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/// A clock that only goes when somebody pauses.
final class MutableTime extends Clock implements Pause {
  private final List<Duration> pauses = new ArrayList<>();
  private Instant now;

  MutableTime(String now) {
    this.now = Instant.parse(now);
  }

  @Override
  public void pause(Duration time) {
    pauses.add(time);
    now = now.plus(time);
  }

  List<Duration> pauses() {
    return pauses;
  }

  void set(String instant) {
    now = Instant.parse(instant);
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
