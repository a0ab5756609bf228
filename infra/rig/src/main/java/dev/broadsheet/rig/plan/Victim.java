package dev.broadsheet.rig.plan;

/// One process of the pipeline.
///
/// @param instance from 1; 1 for all but `enrich` and `sink`
public record Victim(Component component, int instance) {
  public Victim {
    if (instance < 1) {
      throw new IllegalArgumentException("instance %d".formatted(instance));
    }
  }

  /// The name of the process in its folder.
  public String processName() {
    return component == Component.ENRICH || component == Component.SINK
        ? component.word() + "-" + instance
        : component.word();
  }

  @Override
  public String toString() {
    return processName();
  }
}
