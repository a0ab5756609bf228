package dev.broadsheet.rig.proxy;

import java.time.Duration;

/// How a proxy treats its connections, those that are open included.
public sealed interface ProxyMode {
  /// Everything goes through.
  record Pass() implements ProxyMode {}

  /// Nobody listens, and open connections are reset.
  record Refuse() implements ProxyMode {}

  /// Each connection is reset after so many bytes of answers: in the middle of a frame, most times.
  ///
  /// @param bytes counted from the moment when this mode was set
  record ResetAfter(int bytes) implements ProxyMode {}

  /// Connections are accepted and stay open; nothing goes through either way. What was held goes
  /// through when the mode changes, as after a frozen network.
  record HalfOpen() implements ProxyMode {}

  /// Requests go through, answers are lost: the client never learns the outcome. Connections that
  /// lost bytes are reset when the mode changes.
  record SwallowAnswers() implements ProxyMode {}

  /// Each piece of an answer is held back for some time.
  record Delay(Duration time) implements ProxyMode {}

  /// Few bytes a second go through, either way.
  record Throttle(int bytesPerSecond) implements ProxyMode {}

  /// Each connection is closed in order after so many bytes of answers.
  ///
  /// @param bytes counted from the moment when this mode was set
  record Truncate(int bytes) implements ProxyMode {}

  /// Every HTTP request gets this answer; the server behind never sees it. Setting and leaving this
  /// mode resets open connections.
  record Answer(HttpAnswer answer) implements ProxyMode {}
}
