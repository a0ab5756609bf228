package dev.broadsheet.contract.access;

import dev.broadsheet.contract.Settings;
import dev.broadsheet.contract.Unreachable;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;

/// How Kafka is reached: the brokers, and what a client needs for an encrypted connection and to
/// say who it is. Its text is the brokers' addresses.
///
/// @param bootstrap brokers, `host:port`, comma between
/// @param user who we are, for messages; empty when nobody is named
/// @param security client properties; passwords are of Kafka's own type, which shows none
public record KafkaAccess(String bootstrap, String user, Map<String, Object> security) {
  public KafkaAccess {
    security = Map.copyOf(security);
  }

  /// Without encryption and without a name.
  public static KafkaAccess plain(String bootstrap) {
    return new KafkaAccess(bootstrap, "", Map.of());
  }

  /// What the settings say.
  ///
  /// @throws IllegalArgumentException that lists all that is wrong, or says why it would not be
  ///     safe
  public static KafkaAccess from(Settings settings) {
    return KafkaSettings.read(settings);
  }

  /// Properties of a client of this cluster.
  ///
  /// @param own those of its work
  public Map<String, Object> client(Map<String, ?> own) {
    var all = new HashMap<String, Object>(own);
    all.putAll(security);
    all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
    return all;
  }

  /// The failure of a client, in words for people.
  public Unreachable unreachable(Throwable failure) {
    return KafkaFault.describe(this, failure)
        .orElseGet(
            () ->
                new Unreachable(
                    "Kafka does not answer at %s; is it running? (./broadsheet up starts one; the address is the setting %s, whether it wants encryption the setting %s)"
                        .formatted(
                            bootstrap,
                            Settings.KAFKA_BOOTSTRAP.name(),
                            KafkaSettings.PROTOCOL.name()),
                    failure));
  }

  @Override
  public String toString() {
    return bootstrap;
  }
}
