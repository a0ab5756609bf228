package dev.broadsheet.ingest.kafka;

import dev.broadsheet.contract.Settings;
import dev.broadsheet.contract.Topics;
import dev.broadsheet.contract.Unreachable;
import dev.broadsheet.contract.access.KafkaFault;
import dev.broadsheet.contract.access.KafkaSettings;
import java.util.Set;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/// What a failure of Kafka's clients means to the writer. Told by type, never by message.
public enum Failure {
  /// Another writer has taken the role: take it back.
  FENCED,
  /// Time may heal it: open everything again and compare with the ledger.
  PASSING,
  /// Only a person can heal it.
  LASTING;

  private static final Set<Class<? extends Throwable>> LASTING_TYPES =
      Set.of(
          AuthenticationException.class,
          AuthorizationException.class,
          ConfigException.class,
          InterruptException.class,
          InvalidTopicException.class,
          RecordTooLargeException.class,
          UnsupportedVersionException.class);

  /// What `failure` means.
  public static Failure of(KafkaException failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof ProducerFencedException || t instanceof InvalidProducerEpochException) {
        return FENCED;
      }
      for (var type : LASTING_TYPES) {
        if (type.isInstance(t)) {
          return LASTING;
        }
      }
    }
    return PASSING;
  }

  /// The failure in words for people.
  public static Unreachable describe(KafkaException failure, Target target) {
    return KafkaFault.describe(target.kafka(), failure)
        .orElseGet(
            () ->
                new Unreachable(
                    "Kafka at %s: %s"
                        .formatted(target.bootstrap(), advice(failure, target.topics())),
                    failure));
  }

  private static String advice(KafkaException failure, Topics topics) {
    if (of(failure) == FENCED) {
      return "another ingest under the prefix %s keeps taking the role of the writer; run one at a time"
          .formatted(topics.prefix());
    }
    if (has(failure, RecordTooLargeException.class)) {
      return "%s or %s takes only smaller records; run ./broadsheet setup, which repairs it"
          .formatted(topics.issues(), topics.ledger());
    }
    if (has(failure, UnknownTopicOrPartitionException.class)) {
      return "topic %s or %s is missing; run ./broadsheet setup"
          .formatted(topics.issues(), topics.ledger());
    }
    boolean silent =
        has(failure, TimeoutException.class) || has(failure, DisconnectException.class);
    return "%s, or correct the address, which is the setting %s or the variable %s; whether it wants encryption is the setting %s (%s)"
        .formatted(
            silent ? "no answer; start it" : "it does not answer as it should; see its log",
            Settings.KAFKA_BOOTSTRAP.name(),
            Settings.KAFKA_BOOTSTRAP.variable(),
            KafkaSettings.PROTOCOL.name(),
            deepest(failure));
  }

  private static boolean has(Throwable failure, Class<? extends Throwable> type) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (type.isInstance(t)) {
        return true;
      }
    }
    return false;
  }

  private static String deepest(Throwable failure) {
    Throwable t = failure;
    while (t.getCause() != null) {
      t = t.getCause();
    }
    return t.getMessage() == null ? t.getClass().getSimpleName() : t.getMessage();
  }
}
