package dev.broadsheet.cli.reconcile;

import dev.broadsheet.contract.Json;
import java.nio.charset.StandardCharsets;

/// Tells withdrawn article documents from live ones.
final class Withdrawals {
  private static final byte[] MARK = "\"withdrawn\":true".getBytes(StandardCharsets.UTF_8);

  /// A withdrawn document is small; a live one that is as small is parsed, too.
  private static final int MOST_BYTES = 8 * 1024;

  private Withdrawals() {}

  /// Whether `json` is the document of a withdrawn article. Only what can be one is parsed.
  static boolean isWithdrawn(byte[] json) {
    if (json.length > MOST_BYTES || !holdsMark(json)) {
      return false;
    }
    try {
      return Json.tree(json).path("withdrawn").booleanValue(false);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean holdsMark(byte[] json) {
    for (int at = 0; at <= json.length - MARK.length; at++) {
      int same = 0;
      while (same < MARK.length && json[at + same] == MARK[same]) {
        same++;
      }
      if (same == MARK.length) {
        return true;
      }
    }
    return false;
  }
}
