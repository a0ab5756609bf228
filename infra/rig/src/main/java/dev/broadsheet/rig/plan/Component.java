package dev.broadsheet.rig.plan;

import java.util.Locale;

/// A kind of process of the pipeline.
public enum Component {
  BROKER,
  NODE,
  INGEST,
  ENRICH,
  SINK;

  /// Whether it is one of our stages; the others are servers.
  public boolean isStage() {
    return this != BROKER && this != NODE;
  }

  /// Lower case, as commands and process names have it.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
