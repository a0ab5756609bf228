package dev.broadsheet.bench.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The whole run: the pipeline by turns with the sink alone and other ways, then steady load.
public final class PipelineBench implements AutoCloseable {
  private static final String TOKEN = "bench-0123456789abcdef0123456789abcdef";
  private static final int IN_FLIGHT = 2;
  private static final int MORE_IN_FLIGHT = 3;

  private final BenchOptions options;
  private final long start = System.nanoTime();
  private final Findings findings = new Findings();
  private final Site site;
  private final PipelineTrial pipeline;
  private final URI push;

  private PipelineBench(BenchOptions options) {
    this.options = options;
    say("starting broker and node");
    this.site = Site.start(options);
    this.pipeline = new PipelineTrial(site, options);
    this.push = URI.create("http://127.0.0.1:" + freePort());
  }

  /// Runs it.
  ///
  /// @throws IllegalStateException when documents do not arrive; the logs in the folder tell more
  public static BenchReport run(BenchOptions options) throws IOException, InterruptedException {
    try (var bench = new PipelineBench(options)) {
      bench.startPipeline();
      bench.measureRounds();
      bench.measureSteady();
      return bench.findings.report(options, (System.nanoTime() - bench.start) / 1e9);
    }
  }

  private void startPipeline() throws IOException, InterruptedException {
    say("starting the stages");
    Path token = Files.writeString(options.folder().resolve("push.token"), TOKEN + "\n");
    findings.ready =
        pipeline.start(
            Map.of("push.address", push.getAuthority(), "push.token.file", token.toString()));
    say("warming up the stages");
    pipeline.warmUp(options.size().bareRounds());
    findings.textBytes = pipeline.textBytes();
  }

  /// The pipeline and the other ways by turns: what is held against each other meets the same node,
  /// which gets faster for as long as the bench runs.
  private void measureRounds() throws IOException, InterruptedException {
    say("copying the documents");
    MadeDocuments documents =
        MadeDocuments.copy(
            site.stack().bootstrapServers(),
            PipelineTrial.TOPICS.articles(),
            pipeline.documents(),
            site.folder().resolve("documents"));
    findings.documents = documents;
    try (var contest = Contest.start(site, documents, PipelineTrial.PARTITIONS)) {
      say("warming up the loaders");
      contest.warmUp(
          options.size().warmRounds(documents.documents()),
          new Contest.Bulk(options.size().bulkBytes().getFirst(), IN_FLIGHT));
      findings.bulk = best(contest);
      var all = new ArrayList<>(List.of(PipelineTrial.NAME));
      all.addAll(Contest.WAYS);
      for (int i = 1; i <= options.size().rounds(); i++) {
        // Whoever comes first in a round comes last in the next.
        for (String way : i % 2 == 1 ? all : all.reversed()) {
          say("%s, round %d".formatted(way, i));
          add(way.equals(PipelineTrial.NAME) ? pipeline.run() : contest.run(way, findings.bulk));
        }
      }
    }
    findings.heaps = pipeline.heaps();
  }

  private void measureSteady() throws InterruptedException {
    say("issues one by one");
    pipeline.index().awaitDaily();
    findings.steady =
        new SteadyTrial(push, TOKEN, pipeline.index())
            .run(options.samples(), options.size().steady());
    pipeline.stop();
  }

  /// The size of bulk requests, and how many at a time, that load most.
  private Contest.Bulk best(Contest contest) throws IOException, InterruptedException {
    List<Contest.Bulk> tried = new ArrayList<>();
    options.size().bulkBytes().forEach(bytes -> tried.add(new Contest.Bulk(bytes, IN_FLIGHT)));
    if (tried.size() == 1) {
      return tried.getFirst();
    }
    Map<Contest.Bulk, Double> found = new LinkedHashMap<>();
    for (Contest.Bulk bulk : tried) {
      found.put(bulk, speed(contest, bulk));
    }
    Contest.Bulk size = most(found);
    var more = new Contest.Bulk(size.bytes(), MORE_IN_FLIGHT);
    found.put(more, speed(contest, more));
    return most(found);
  }

  private double speed(Contest contest, Contest.Bulk bulk)
      throws IOException, InterruptedException {
    say("bulk requests of %d bytes, %d at a time".formatted(bulk.bytes(), bulk.inFlight()));
    return contest.run(Contest.BULK, bulk).documentsASecond();
  }

  private static Contest.Bulk most(Map<Contest.Bulk, Double> found) {
    return found.entrySet().stream()
        .max(Comparator.comparingDouble(Map.Entry::getValue))
        .orElseThrow()
        .getKey();
  }

  private void add(Trial trial) {
    findings.trials.add(trial);
    options
        .progress()
        .printf(
            "       %,.0f articles a second; CPU seconds per 1,000: %s; others %.1f s%n",
            trial.documentsASecond(), cpu(trial), trial.span().others());
    options.progress().flush();
  }

  private static String cpu(Trial trial) {
    var all = new ArrayList<String>();
    trial.span().cpu().keySet().forEach(p -> all.add("%s %.3f".formatted(p, trial.cpu(p))));
    return String.join(", ", all);
  }

  private void say(String what) {
    options.progress().printf("%5.0f s  %s%n", (System.nanoTime() - start) / 1e9, what);
    options.progress().flush();
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    site.close();
  }
}
