package dev.broadsheet.cli.reindex;

import dev.broadsheet.ingest.table.Hash128;
import dev.broadsheet.ingest.table.LongTable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What changes for those who search: live articles of the old index against those of the new one.
/// Texts are compared by hash, so that a million articles take about 60 MB. One thread at a time.
final class Difference {
  private static final int SAMPLES = 20;
  private static final long SEEN = 1;

  private final LongTable before = new LongTable(3);
  private final long[] cells = new long[3];
  private final Changes added = new Changes();
  private final Changes gone = new Changes();
  private final Changes headlines = new Changes();
  private final Changes topics = new Changes();
  private long same;

  /// Counts one kind of change, and keeps the first ones.
  private static final class Changes {
    private long count;
    private final Map<String, Report.Change> first = new HashMap<>();
    private final List<String> order = new ArrayList<>();

    void add(String id, @Nullable String before, @Nullable String after) {
      count++;
      if (order.size() < SAMPLES) {
        order.add(id);
        first.put(id, new Report.Change(id, before, after));
      }
    }

    /// Fills in what was before, for those that are kept.
    void before(String id, @Nullable String text) {
      first.computeIfPresent(id, (_, c) -> new Report.Change(id, text, c.after()));
    }

    Report.Changes report() {
      return new Report.Changes(count, order.stream().map(first::get).toList());
    }
  }

  /// A live article of the old index.
  void old(ArticleFace face) {
    before.write(Hash128.of(face.id()), face.headlineHash(), face.topicsHash(), 0);
  }

  /// Whether an article is live in the old index.
  boolean wasLive(String id) {
    return before.read(Hash128.of(id), cells);
  }

  /// A live article of the new index.
  void fresh(ArticleFace face) {
    var hash = Hash128.of(face.id());
    if (!before.read(hash, cells)) {
      added.add(face.id(), null, face.headline());
      return;
    }
    boolean otherHeadline = cells[0] != face.headlineHash();
    boolean otherTopics = cells[1] != face.topicsHash();
    before.write(hash, cells[0], cells[1], SEEN);
    if (otherHeadline) {
      headlines.add(face.id(), null, face.headline());
    }
    if (otherTopics) {
      topics.add(face.id(), null, face.topics());
    }
    same += otherHeadline || otherTopics ? 0 : 1;
  }

  /// An article of the new index that was carried over as it is.
  void carried(String id) {
    var hash = Hash128.of(id);
    if (before.read(hash, cells) && cells[2] != SEEN) {
      before.write(hash, cells[0], cells[1], SEEN);
      same++;
    }
  }

  /// The articles of the old index once more, after all of the new one: what is gone, and what the
  /// changed ones were.
  void review(ArticleFace face) {
    if (before.read(Hash128.of(face.id()), cells) && cells[2] != SEEN) {
      gone.add(face.id(), face.headline(), null);
    }
    headlines.before(face.id(), face.headline());
    topics.before(face.id(), face.topics());
  }

  Report.Differences report() {
    return new Report.Differences(
        same, added.report(), gone.report(), headlines.report(), topics.report());
  }
}
