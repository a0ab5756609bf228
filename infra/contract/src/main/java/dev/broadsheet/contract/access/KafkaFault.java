package dev.broadsheet.contract.access;

import dev.broadsheet.contract.Settings;
import dev.broadsheet.contract.Unreachable;
import java.util.Optional;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.errors.UnsupportedSaslMechanismException;

/// What it means that Kafka does not let a client in, or does not let it do something.
public final class KafkaFault {
  private KafkaFault() {}

  /// The failure in words for people, if it is of this kind.
  public static Optional<Unreachable> describe(KafkaAccess kafka, Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      Optional<String> known = known(kafka, t);
      if (known.isPresent()) {
        return known.map(
            text -> new Unreachable("Kafka at %s: %s".formatted(kafka.bootstrap(), text), failure));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> known(KafkaAccess kafka, Throwable failure) {
    return switch (failure) {
      case UnsupportedSaslMechanismException _ ->
          Optional.of(
              "it does not know the method of the setting " + KafkaSettings.MECHANISM.name());
      case SaslAuthenticationException _ ->
          Optional.of(
              "it does not know user %s with this password: the settings are %s and %s"
                  .formatted(
                      kafka.user(),
                      KafkaSettings.USER.name(),
                      KafkaSettings.PASSWORD.file().name()));
      case SslAuthenticationException e ->
          Optional.of(
              TlsFault.of(e, KafkaSettings.TRUSTSTORE.name(), Settings.KAFKA_BOOTSTRAP.name())
                  .orElse("no encrypted connection comes about: " + e.getMessage()));
      case AuthorizationException e -> Optional.of(forbidden(kafka, e));
      default -> Optional.empty();
    };
  }

  /// Says that something is not allowed.
  static Unreachable forbidden(KafkaAccess kafka, String what) {
    return new Unreachable("Kafka at %s: %s".formatted(kafka.bootstrap(), mayNot(kafka, what)));
  }

  private static String forbidden(KafkaAccess kafka, AuthorizationException failure) {
    String what =
        switch (failure) {
          case TopicAuthorizationException e when !e.unauthorizedTopics().isEmpty() ->
              "all that is needed on topic " + String.join(", ", e.unauthorizedTopics());
          case GroupAuthorizationException e -> "READ on group " + e.groupId();
          case TransactionalIdAuthorizationException _ -> "WRITE on its transactional id";
          case ClusterAuthorizationException _ -> "this on the cluster";
          default -> "this (%s)".formatted(failure.getMessage());
        };
    return mayNot(kafka, what);
  }

  private static String mayNot(KafkaAccess kafka, String what) {
    return "user %s is not allowed %s: an ACL is missing; those that each stage needs are in infra/deploy/security/kafka"
        .formatted(kafka.user().isEmpty() ? "ANONYMOUS" : kafka.user(), what);
  }
}
