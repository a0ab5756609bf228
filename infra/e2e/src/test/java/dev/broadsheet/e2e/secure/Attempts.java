package dev.broadsheet.e2e.secure;

import dev.broadsheet.contract.Settings;
import dev.broadsheet.contract.access.KafkaAccess;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/// Tries things as one user, with the clients that the stages have.
final class Attempts implements AutoCloseable {
  private static final byte[] RECORD = {'x'};
  private static final int LIMIT_MS = 20_000;

  private final KafkaAccess kafka;
  private final Admin admin;
  private final KafkaProducer<byte[], byte[]> producer;

  /// What came of it.
  enum Right {
    ALLOWED,
    REFUSED
  }

  Attempts(Map<String, String> settings) {
    this.kafka = KafkaAccess.from(Settings.of(settings));
    this.admin =
        Admin.create(
            kafka.client(
                Map.of("request.timeout.ms", LIMIT_MS, "default.api.timeout.ms", LIMIT_MS)));
    this.producer = producer(Map.of());
  }

  /// An idempotent producer, as all of ours are, and no right on the cluster.
  Right write(String topic) {
    return of(() -> producer.send(new ProducerRecord<>(topic, RECORD, RECORD)).get());
  }

  /// A reader of a partition that has records, in no group.
  Right read(String topic) {
    var partition = new TopicPartition(topic, 0);
    try (var consumer = consumer(Map.of())) {
      return of(
          () -> {
            consumer.assign(List.of(partition));
            consumer.seek(partition, 0);
            if (consumer.poll(Duration.ofMillis(LIMIT_MS)).isEmpty()) {
              throw new IllegalStateException("nothing is in " + topic);
            }
          });
    }
  }

  /// A commit of a group, of a topic that nobody has: the group is asked about first.
  Right join(String group) {
    return of(
        () -> {
          var offsets = Map.of(new TopicPartition("none", 0), new OffsetAndMetadata(0));
          try {
            admin.alterConsumerGroupOffsets(group, offsets).all().get();
          } catch (ExecutionException e) {
            // The topic is refused: it got past the group.
            if (!(e.getCause() instanceof TopicAuthorizationException)) {
              throw e;
            }
          }
        });
  }

  Right begin(String transactionalId) {
    try (var transactional = producer(Map.of("transactional.id", transactionalId))) {
      return of(transactional::initTransactions);
    }
  }

  Right make(String topic) {
    return of(() -> admin.createTopics(List.of(new NewTopic(topic, 1, (short) 1))).all().get());
  }

  Right delete(String topic) {
    return of(() -> admin.deleteTopics(List.of(topic)).all().get());
  }

  Right configure(String topic) {
    var change = new AlterConfigOp(new ConfigEntry("retention.ms", "-1"), AlterConfigOp.OpType.SET);
    return of(
        () ->
            admin
                .incrementalAlterConfigs(
                    Map.of(new ConfigResource(ConfigResource.Type.TOPIC, topic), List.of(change)))
                .all()
                .get());
  }

  /// Gives everybody everything.
  Right allowAll() {
    var everything =
        new AclBinding(
            new ResourcePattern(ResourceType.TOPIC, "*", PatternType.LITERAL),
            new AccessControlEntry("User:*", "*", AclOperation.ALL, AclPermissionType.ALLOW));
    return of(() -> admin.createAcls(List.of(everything)).all().get());
  }

  private interface Work {
    void run() throws ExecutionException, InterruptedException;
  }

  private static Right of(Work work) {
    try {
      work.run();
      return Right.ALLOWED;
    } catch (ExecutionException | KafkaException e) {
      return causes(e).findFirst().orElseThrow(() -> new IllegalStateException(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /// A producer that was refused once wraps that when it is asked again.
  private static Stream<Right> causes(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .mapMulti(
            (cause, found) -> {
              switch (cause) {
                case AuthorizationException _ -> found.accept(Right.REFUSED);
                // It got past the authorizer: somebody else has made it before.
                case TopicExistsException _ -> found.accept(Right.ALLOWED);
                default -> {}
              }
            });
  }

  private KafkaProducer<byte[], byte[]> producer(Map<String, Object> more) {
    var own = new HashMap<String, Object>(more);
    own.put("max.block.ms", LIMIT_MS);
    own.put("delivery.timeout.ms", LIMIT_MS);
    own.put("request.timeout.ms", LIMIT_MS / 2);
    return new KafkaProducer<>(
        kafka.client(own), new ByteArraySerializer(), new ByteArraySerializer());
  }

  private KafkaConsumer<byte[], byte[]> consumer(Map<String, Object> more) {
    return new KafkaConsumer<>(
        kafka.client(more), new ByteArrayDeserializer(), new ByteArrayDeserializer());
  }

  @Override
  public void close() {
    admin.close(Duration.ZERO);
    producer.close(Duration.ZERO);
  }
}
