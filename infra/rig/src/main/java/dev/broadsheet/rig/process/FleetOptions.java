package dev.broadsheet.rig.process;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/// How a pipeline is to be run.
///
/// @param folder empty or not there; everything is kept in it
/// @param enrichers instances of `enrich`
/// @param sinks instances of `sink`
/// @param settings of the stages, on top of the addresses
/// @param brokerProperties Kafka's own
public record FleetOptions(
    Path folder,
    int enrichers,
    int sinks,
    Map<String, String> settings,
    Map<String, String> brokerProperties) {
  /// Looks at the inbox more often than the usual stage does: trials are about faults, not about
  /// waiting for the next walk.
  private static final Map<String, String> EAGER =
      Map.of("ingest.settle.ms", "200", "ingest.scan.ms", "500");

  public FleetOptions {
    folder = folder.toAbsolutePath().normalize();
    settings = Map.copyOf(settings);
    brokerProperties = Map.copyOf(brokerProperties);
    if (enrichers < 1 || sinks < 1) {
      throw new IllegalArgumentException("at least one enrich and one sink");
    }
  }

  /// One instance of each stage; usual settings, but that files are taken in at once.
  public static FleetOptions of(Path folder) {
    return new FleetOptions(folder, 1, 1, EAGER, Map.of());
  }

  /// With so many instances of `enrich` and of `sink`.
  public FleetOptions withInstances(int each) {
    return new FleetOptions(folder, each, each, settings, brokerProperties);
  }

  /// With these settings of the stages besides.
  public FleetOptions withSettings(Map<String, String> more) {
    var all = new HashMap<>(settings);
    all.putAll(more);
    return new FleetOptions(folder, enrichers, sinks, all, brokerProperties);
  }

  /// With these properties of the broker.
  public FleetOptions withBrokerProperties(Map<String, String> other) {
    return new FleetOptions(folder, enrichers, sinks, settings, other);
  }
}
