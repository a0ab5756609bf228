package dev.broadsheet.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contract.Topics;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.InvalidTxnStateException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FailureTest {
  static Stream<Arguments> failures() {
    return Stream.of(
        Arguments.of(new ProducerFencedException("x"), Failure.FENCED, "prefix p"),
        Arguments.of(new InvalidProducerEpochException("x"), Failure.FENCED, "prefix p"),
        Arguments.of(
            new KafkaException("x", new ProducerFencedException("y")), Failure.FENCED, "prefix p"),
        Arguments.of(new TimeoutException("late"), Failure.PASSING, "late"),
        Arguments.of(new DisconnectException("gone"), Failure.PASSING, "gone"),
        Arguments.of(new InvalidTxnStateException("odd"), Failure.PASSING, "odd"),
        Arguments.of(
            new UnknownTopicOrPartitionException("x"), Failure.PASSING, "./broadsheet setup"),
        Arguments.of(new RecordTooLargeException("x"), Failure.LASTING, "./broadsheet setup"),
        Arguments.of(
            new KafkaException("x", new ConfigException("no such host")),
            Failure.LASTING,
            "no such host"),
        Arguments.of(
            new SaslAuthenticationException("who?"), Failure.LASTING, "kafka.sasl.username"),
        Arguments.of(new TopicAuthorizationException("may not"), Failure.LASTING, "may not"),
        Arguments.of(new KafkaException(new IllegalStateException()), Failure.PASSING, "Illegal"));
  }

  @ParameterizedTest
  @MethodSource("failures")
  void isToldByItsType(KafkaException failure, Failure expected, String advice) {
    assertThat(Failure.of(failure)).isEqualTo(expected);
    assertThat(Failure.describe(failure, new Target("broker:1", new Topics("p"))))
        .hasMessageContaining("broker:1")
        .hasMessageContaining(advice)
        .hasCause(failure);
  }
}
