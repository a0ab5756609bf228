package dev.broadsheet.ingest.poll;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/// What asking for an address gave.
sealed interface Fetched {
  /// A page.
  ///
  /// @param address that it came from, after redirects
  /// @param charset as its header, or else the page itself, has it; empty for none
  /// @param validators headers that ask for a newer one only
  @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
  record Page(URI address, byte[] bytes, String charset, Map<String, String> validators)
      implements Fetched {}

  /// The page is as it was when it was taken.
  record Unchanged() implements Fetched {}

  /// There is no such page, for now.
  record Absent(int status) implements Fetched {}

  /// Something went wrong that time may heal.
  ///
  /// @param after how long to leave the site alone; zero when it did not say
  /// @param message what is wrong
  record Later(Duration after, String message) implements Fetched {}

  /// It must not be asked for, or what came must not be taken.
  ///
  /// @param code stable
  /// @param message what is wrong and what to do
  record Forbidden(String code, String message) implements Fetched {}
}
