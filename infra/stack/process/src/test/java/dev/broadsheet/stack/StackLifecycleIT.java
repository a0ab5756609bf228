package dev.broadsheet.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Who ends when, and who is found again.
@Tag("stack")
@Timeout(180)
class StackLifecycleIT {
  private static final Duration END_LIMIT = Duration.ofSeconds(30);

  @TempDir Path folder;

  @AfterEach
  void stop() {
    Stack.stop(folder);
  }

  @Test
  void leavesNoOrphanWhenOwnerIsKilled() throws IOException, InterruptedException {
    var owner = startOwner();
    var servers = serversOf(owner);
    assertThat(servers).hasSize(2).allMatch(ProcessHandle::isAlive);

    assertThat(owner.destroyForcibly().waitFor()).isNotZero();

    await().atMost(END_LIMIT).until(() -> servers.stream().noneMatch(ProcessHandle::isAlive));
  }

  @Test
  void startsAtOnceAfterOwnerWasKilled() throws IOException, InterruptedException {
    var owner = startOwner();
    assertThat(serversOf(owner)).hasSize(2);
    owner.destroyForcibly().waitFor();

    try (var stack = Stack.start(StackConfig.of(folder))) {
      assertThat(stack.isReady()).isTrue();
    }
  }

  @Test
  void attachesToDetachedStackUntilItIsStopped() {
    var config = StackConfig.of(folder).withLifecycle(Lifecycle.DETACHED);
    var started = Stack.start(config);
    started.close();

    var attached = Stack.attach(folder).orElseThrow();
    var again = Stack.start(config);

    assertThat(attached.isReady()).isTrue();
    assertThat(attached.bootstrapServers()).isEqualTo(started.bootstrapServers());
    assertThat(again.broker().pid()).isEqualTo(started.broker().pid());
    assertThatThrownBy(() -> Stack.start(StackConfig.of(folder)))
        .isInstanceOf(ServerStartException.class)
        .hasMessageContaining("running already");
    assertThat(started.isReady()).isTrue();

    assertThat(Stack.stop(folder)).isTrue();

    assertThat(started.broker().isAlive()).isFalse();
    assertThat(started.node().isAlive()).isFalse();
    assertThat(Stack.attach(folder)).isEmpty();
    assertThat(Stack.stop(folder)).isFalse();
  }

  @Test
  void replacesDetachedStackThatLostOneServer() {
    var config = StackConfig.of(folder).withLifecycle(Lifecycle.DETACHED);
    var first = Stack.start(config);
    first.node().kill();

    var second = Stack.start(config);

    assertThat(second.isReady()).isTrue();
    assertThat(first.broker().isAlive()).isFalse();
    assertThat(second.bootstrapServers()).isEqualTo(first.bootstrapServers());
  }

  @Test
  void saysWhyBrokerDoesNotStart() {
    var config = StackConfig.of(folder).withBrokerProperties(Map.of("message.max.bytes", "plenty"));

    assertThatThrownBy(() -> Stack.start(config))
        .isInstanceOf(ServerStartException.class)
        .hasMessageContaining("broker")
        .hasMessageContaining(folder.resolve("log/broker.log").toString())
        .hasMessageContaining("plenty");
    assertThat(Stack.attach(folder)).isEmpty();
  }

  private Process startOwner() throws IOException {
    return new ProcessBuilder(
            JavaCommand.javaExecutable().toString(),
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            StackOwner.class.getName(),
            folder.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private static List<ProcessHandle> serversOf(Process owner) throws IOException {
    return Stream.of(owner.inputReader().readLine().split(" "))
        .map(Long::parseLong)
        .map(pid -> ProcessHandle.of(pid).orElseThrow())
        .toList();
  }
}
