package dev.broadsheet.e2e.secure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.broadsheet.e2e.secure.Attempts.Right;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The rules that are shipped, tried on a broker that enforces them: what each user can do, and
/// that it can do nothing else.
@Tag("stack")
@Timeout(115)
class AccessRulesIT {
  private static final String PREFIX = "guarded";
  private static final List<String> TOPICS =
      List.of("issues", "ledger", "articles", "issues.dlq", "articles.dlq");
  private static final String CHANGELOG = PREFIX + "-enrich-state-changelog";

  private static SecuredCluster cluster;

  /// What a user can do; everything else of the same kinds is to be refused.
  ///
  /// @param writes topics, without prefix
  /// @param reads topics, without prefix
  /// @param transactions transactional ids
  /// @param joins consumer groups
  /// @param makes topics that it can make
  record Can(
      String user,
      Set<String> writes,
      Set<String> reads,
      Set<String> transactions,
      Set<String> joins,
      Set<String> makes) {
    @Override
    public String toString() {
      return user;
    }
  }

  @BeforeAll
  @Timeout(115)
  static void start() throws Exception {
    cluster = SecuredCluster.shared();
    try (Admin admin = cluster.admin()) {
      var topics = TOPICS.stream().map(t -> new NewTopic(PREFIX + "." + t, 1, (short) 1)).toList();
      admin.createTopics(topics).all().get();
      admin.createTopics(List.of(new NewTopic(CHANGELOG, 1, (short) 1))).all().get();
    }
    try (var producer =
        new KafkaProducer<>(
            Map.<String, Object>of("bootstrap.servers", cluster.stack().bootstrapServers()),
            new ByteArraySerializer(),
            new ByteArraySerializer())) {
      for (String topic : TOPICS) {
        producer.send(new ProducerRecord<>(PREFIX + "." + topic, new byte[] {1})).get();
      }
      producer.send(new ProducerRecord<>(CHANGELOG, new byte[] {1})).get();
    }
    cluster.allow(PREFIX);
    // The rules reach the authorizer a moment after they are acknowledged.
    try (var view = new Attempts(cluster.settings("broadsheet-replay"))) {
      await()
          .atMost(Duration.ofSeconds(30))
          .until(() -> view.write(PREFIX + ".articles.dlq") == Right.ALLOWED);
    }
  }

  static List<Can> users() {
    return List.of(
        new Can(
            "broadsheet-ingest",
            Set.of("issues", "ledger"),
            Set.of("ledger"),
            Set.of("guarded-ingest"),
            Set.of(),
            Set.of()),
        new Can(
            "broadsheet-enrich",
            Set.of("articles", "issues.dlq"),
            Set.of("issues"),
            Set.of("guarded-enrich-0"),
            Set.of("guarded-enrich"),
            Set.of("guarded-enrich-new-changelog")),
        new Can(
            "broadsheet-sink",
            Set.of("articles.dlq"),
            Set.of("articles"),
            Set.of(),
            Set.of("guarded-sink"),
            Set.of()),
        new Can("broadsheet-view", Set.of(), Set.copyOf(TOPICS), Set.of(), Set.of(), Set.of()),
        new Can("broadsheet-setup", Set.of(), Set.of(), Set.of(), Set.of(), Set.of("guarded.new")),
        new Can(
            "broadsheet-replay",
            Set.of("issues", "ledger", "issues.dlq", "articles.dlq"),
            Set.copyOf(TOPICS),
            Set.of("guarded-ingest"),
            Set.of(),
            Set.of()),
        new Can(SecuredCluster.STRANGER, Set.of(), Set.of(), Set.of(), Set.of(), Set.of()));
  }

  @ParameterizedTest
  @MethodSource("users")
  void allowsWhatAUserNeedsAndNothingElse(Can can) {
    try (var attempts = new Attempts(cluster.settings(can.user()))) {
      assertThat(allowed(TOPICS, t -> attempts.write(PREFIX + "." + t)))
          .as("writes")
          .isEqualTo(can.writes());
      assertThat(allowed(TOPICS, t -> attempts.read(PREFIX + "." + t)))
          .as("reads")
          .isEqualTo(can.reads());
      assertThat(
              allowed(
                  List.of("guarded-ingest", "guarded-enrich-0", "guarded-sink", "other"),
                  attempts::begin))
          .as("transactional ids")
          .isEqualTo(can.transactions());
      assertThat(allowed(List.of("guarded-enrich", "guarded-sink", "other"), attempts::join))
          .as("groups")
          .isEqualTo(can.joins());
      assertThat(
              allowed(
                  List.of("guarded.new", "guarded-enrich-new-changelog", "other"), attempts::make))
          .as("topics made")
          .isEqualTo(can.makes());
      assertThat(allowed(TOPICS, t -> attempts.delete(PREFIX + "." + t))).as("deletes").isEmpty();
      assertThat(attempts.allowAll()).as("changes rules").isEqualTo(Right.REFUSED);
      boolean sets = can.user().equals("broadsheet-setup");
      assertThat(allowed(TOPICS, t -> attempts.configure(PREFIX + "." + t)))
          .as("settings changed")
          .isEqualTo(sets ? Set.copyOf(TOPICS) : Set.of());
    }
  }

  @Test
  void letsOnlyEnrichUseItsChangelog() {
    for (Can can : users()) {
      try (var attempts = new Attempts(cluster.settings(can.user()))) {
        Right expected = can.user().equals("broadsheet-enrich") ? Right.ALLOWED : Right.REFUSED;
        assertThat(attempts.write(CHANGELOG)).as(can.user()).isEqualTo(expected);
        assertThat(attempts.read(CHANGELOG)).as(can.user()).isEqualTo(expected);
      }
    }
  }

  @Test
  void givesTheToolOneCallForEachLine() throws Exception {
    String printed = run(List.of("--print", "--prefix", "papers", "b:1", "admin.properties"));

    List<String> calls =
        AccessRules.lines().stream()
            .map(
                l ->
                    ("kafka-acls.sh --bootstrap-server b:1 --command-config admin.properties --add"
                            + " --allow-principal User:%s --%s papers%s --resource-pattern-type %s"
                            + " --operation %s")
                        .formatted(
                            l.user(),
                            l.type().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                            l.name().substring("broadsheet".length()),
                            l.pattern().name().toLowerCase(Locale.ROOT),
                            String.join(" --operation ", l.operations())))
            .toList();
    assertThat(printed.lines()).containsExactlyElementsOf(calls);
  }

  @Test
  @Tag("long")
  void givesTheRulesWithKafkasOwnTool() throws Exception {
    Path libraries = Path.of("..", "stack", "broker", "target", "server", "lib").toAbsolutePath();
    Path tool =
        Files.writeString(
            cluster.folder().resolve("kafka-acls"),
            "#!/bin/sh\nexec '%s' -XX:TieredStopAtLevel=1 -cp '%s/*' org.apache.kafka.tools.AclCommand \"$@\"\n"
                .formatted(Path.of(System.getProperty("java.home"), "bin", "java"), libraries));
    assertThat(tool.toFile().setExecutable(true)).isTrue();

    run(List.of("--prefix", "tooled", cluster.stack().bootstrapServers()), tool.toString());

    try (Admin admin = cluster.admin()) {
      Collection<AclBinding> all = admin.describeAcls(AclBindingFilter.ANY).values().get();
      var given =
          all.stream()
              .filter(b -> b.pattern().name().startsWith("tooled"))
              .collect(Collectors.toSet());
      var shipped =
          AccessRules.lines().stream()
              .flatMap(l -> l.bindings("tooled").stream())
              .collect(Collectors.toSet());
      assertThat(given).isEqualTo(shipped);
    }
  }

  private interface Attempt {
    Right on(String name);
  }

  private static Set<String> allowed(Collection<String> names, Attempt attempt) {
    return names.stream()
        .filter(n -> attempt.on(n) == Right.ALLOWED)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static String run(List<String> arguments) throws Exception {
    return run(arguments, "kafka-acls.sh");
  }

  private static String run(List<String> arguments, String tool) throws Exception {
    var command = new ArrayList<String>();
    command.add(AccessRules.FOLDER.resolve("apply").toString());
    command.addAll(arguments);
    var builder = new ProcessBuilder(command);
    builder.environment().put("KAFKA_ACLS", tool);
    return Command.output(builder);
  }
}
