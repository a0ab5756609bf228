package dev.broadsheet.e2e;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.PullImageResultCallback;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.testcontainers.DockerClientFactory;

/// The container engine of this machine: whether it and the images are there, found out in a
/// bounded time.
final class ContainerEngine {
  private static final long ENGINE_LIMIT_SECONDS = 40;
  private static final long PULL_LIMIT_SECONDS = 180;

  private ContainerEngine() {}

  /// Why containers of these images cannot run here, and how to change that. Pulls images that are
  /// not there.
  static Optional<String> obstacle(List<String> images) {
    try {
      DockerClient engine =
          CompletableFuture.supplyAsync(() -> DockerClientFactory.instance().client())
              .get(ENGINE_LIMIT_SECONDS, TimeUnit.SECONDS);
      return images.stream().flatMap(image -> missing(engine, image).stream()).findFirst();
    } catch (ExecutionException e) {
      return Optional.of(noEngine(firstLine(e.getCause())));
    } catch (TimeoutException _) {
      return Optional.of(noEngine("no answer within %d s".formatted(ENGINE_LIMIT_SECONDS)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted");
    }
  }

  private static Optional<String> missing(DockerClient engine, String image) {
    try {
      engine.inspectImageCmd(image).exec();
      return Optional.empty();
    } catch (NotFoundException _) {
      return pull(engine, image).map(reason -> noImage(image, reason));
    }
  }

  private static Optional<String> pull(DockerClient engine, String image) {
    try (var pull = engine.pullImageCmd(image).exec(new PullImageResultCallback())) {
      return pull.awaitCompletion(PULL_LIMIT_SECONDS, TimeUnit.SECONDS)
          ? Optional.empty()
          : Optional.of("the pull took more than %d s".formatted(PULL_LIMIT_SECONDS));
    } catch (DockerException | IOException e) {
      return Optional.of(firstLine(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of("interrupted");
    }
  }

  private static String noEngine(String reason) {
    return """
    No container engine: %s. Start Docker (on Debian: apt-get install docker.io), \
    and see that `docker info` shows a server\
    """
        .formatted(reason);
  }

  private static String noImage(String image, String reason) {
    return """
    No image %s: %s. Fetch it with `docker pull %s`, or name another with \
    -Dbroadsheet.image.kafka and -Dbroadsheet.image.elasticsearch; infra/e2e/images/build makes \
    stand-ins without a registry\
    """
        .formatted(image, reason, image);
  }

  private static String firstLine(Throwable e) {
    return Stream.ofNullable(e.getMessage())
        .flatMap(String::lines)
        .filter(line -> !line.isBlank())
        .findFirst()
        .orElse(e.toString());
  }
}
