package dev.broadsheet.ingest.push;

import java.util.HashMap;
import java.util.Map;

/// Why a request was refused, as a problem detail of RFC 9457.
///
/// @param status of HTTP
/// @param code stable, for machines
/// @param title the kind of problem, for people
/// @param detail what is wrong with this input and what to do about it
/// @param headers more of the answer's headers
record Problem(int status, String code, String title, String detail, Map<String, String> headers) {
  Problem {
    headers = Map.copyOf(headers);
  }

  static Problem of(int status, String code, String title, String detail) {
    return new Problem(status, code, title, detail, Map.of());
  }

  /// With one more header.
  Problem with(String name, Object value) {
    var all = new HashMap<>(headers);
    all.put(name, value.toString());
    return new Problem(status, code, title, detail, all);
  }

  /// The document.
  ///
  /// @param input key or path that the request was about, safe to print
  Body body(String input) {
    return new Body("urn:broadsheet:problem:" + code, title, status, detail, code, input);
  }

  /// Members of the document; `code` and `input` are ours.
  record Body(String type, String title, int status, String detail, String code, String input) {}
}
