package dev.broadsheet.ingest.ledger;

import dev.broadsheet.contract.Digests;
import dev.broadsheet.contract.IssueHints;
import dev.broadsheet.contract.RawIssue;
import java.nio.charset.StandardCharsets;

/// Issues for tests.
final class Issues {
  private Issues() {}

  static IncomingIssue of(String key, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return new IncomingIssue(
        key,
        text,
        bytes.length,
        new RawIssue.Origin("file:" + key + ".txt", "text/plain", "UTF-8", Digests.sha256(bytes)),
        IssueHints.NONE);
  }
}
