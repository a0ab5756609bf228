package dev.broadsheet.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.contract.RawIssue;
import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.contract.Settings;
import dev.broadsheet.contract.Unreachable;
import dev.broadsheet.ingest.IngestReport.Refusal;
import dev.broadsheet.ingest.intake.FileOutcome;
import dev.broadsheet.ingest.intake.Tally;
import dev.broadsheet.ingest.kafka.Target;
import dev.broadsheet.ingest.ledger.Withdrawal;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Tag("stack")
@Timeout(180)
class IngestAppIT {
  @TempDir private Path folder;

  @Test
  void takesAFolderInAndThenNothingAgain() throws IOException {
    var target = Broker.fresh("folder");
    write("inbox/paper/2025-03-20/01.txt", "一版");
    write("inbox/paper/2025-03-20/02.txt", "\uFEFF二版\r\n");
    write("inbox/paper/2025-03-21/01.txt", "一版");
    var app = app(target, Map.of());

    assertThat(ingest(app, "inbox").tally()).isEqualTo(new Tally(3, 0, 0, 0, 0, 0, 23));
    assertThat(ingest(app, "inbox").tally()).isEqualTo(new Tally(0, 0, 3, 0, 0, 0, 23));
    assertThat(ingest(app, "inbox/paper/2025-03-20/02.txt").tally().unchanged()).isEqualTo(1);
    assertThat(ingest(app, "inbox/paper/2025-03-21").tally().unchanged()).isEqualTo(1);

    assertThat(Broker.issues(target))
        .extracting(i -> i.key() + "@" + i.revision() + " " + i.text())
        .containsExactlyInAnyOrder(
            "paper/2025-03-20/01@1 一版", "paper/2025-03-20/02@1 二版\r\n", "paper/2025-03-21/01@1 一版");
    assertThat(Broker.issues(target))
        .extracting(i -> i.origin().uri())
        .contains("file:paper/2025-03-20/01.txt");
  }

  @Test
  void revisesAndWithdrawsAndReissues() throws IOException {
    var target = Broker.fresh("revise");
    var app = app(target, Map.of());
    write("inbox/a.txt", "一");
    ingest(app, "inbox");

    write("inbox/a.txt", "二");
    assertThat(ingest(app, "inbox").tally().revised()).isEqualTo(1);
    assertThat(app.withdraw("a", false)).isEqualTo(new Withdrawal(Withdrawal.Kind.WITHDRAWN, 3));
    assertThat(ingest(app, "inbox").tally().stillWithdrawn()).isEqualTo(1);
    var reissuing = app(target, Map.of("ingest.reissue", "true"));
    assertThat(ingest(reissuing, "inbox").tally().revised()).isEqualTo(1);

    assertThat(Broker.issues(target))
        .extracting(i -> i.revision() + i.text() + i.withdrawn())
        .containsExactly("1一false", "2二false", "3true", "4二false");
  }

  @Test
  void refusesEveryBadInputAndTakesTheNext() throws Exception {
    var target = Broker.fresh("bad");
    Map<String, RejectReason> expected = new TreeMap<>();
    bad(expected, "01-empty.txt", "", RejectReason.EMPTY);
    bad(expected, "02-blank.txt", " \n　\t", RejectReason.EMPTY);
    bad(expected, "03-mark.txt", "\uFEFF", RejectReason.EMPTY);
    bad(expected, "04-nul.txt", "a\0b", RejectReason.CONTROL_CHARS);
    bad(expected, "05-pdf.txt", "%PDF-1.7\n", RejectReason.TYPE);
    bad(expected, "06-html.txt", "<html></html>", RejectReason.TYPE);
    bad(expected, "06-half.pdf", "%PDF-1.7\n", RejectReason.PDF);
    bad(expected, "07-large.txt", "大".repeat(400), RejectReason.TOO_LARGE);
    Files.write(folder.resolve("in/08-gbk.txt"), "中文".getBytes(Charset.forName("GB18030")));
    bad(expected, "09-cut.txt", new byte[] {'a', (byte) 0xE6, (byte) 0x8A}, RejectReason.ENCODING);
    Files.write(folder.resolve("in/10-utf16.txt"), "中文".getBytes(StandardCharsets.UTF_16));
    bad(expected, "11-marks.txt", "e" + "\u0301".repeat(99), RejectReason.CONTROL_CHARS);
    Files.createSymbolicLink(folder.resolve("in/12-link.txt"), folder.resolve("in/01-empty.txt"));
    expected.put("12-link.txt", RejectReason.TYPE);
    String longName = "长".repeat(80);
    write("in/" + longName + "/" + longName + "/" + longName + ".txt", "文");
    expected.put(longName + ".txt", RejectReason.KEY);
    write("in/13-twin.md", "文");
    write("in/13-twin.txt", "文二");
    expected.put("13-twin.txt", RejectReason.KEY);
    mkfifo("in/14-fifo.txt");
    write("in/15-hidden.tmp", "文");
    write("in/16-odd\n\u001B[31m.txt", "文");
    write("in/zz-last.txt", "文");
    var app = app(target, Map.of("ingest.max.bytes", "1000"));

    var before = listing();
    var report = ingest(app, "in", "missing.txt");

    expected.put("missing.txt", RejectReason.UNREADABLE);
    assertThat(
            report.refusals().stream()
                .collect(Collectors.toMap(r -> r.file().getFileName().toString(), Refusal::reason)))
        .isEqualTo(expected);
    assertThat(report.exitCode()).isEqualTo(1);
    assertThat(report.tally().ignored()).isEqualTo(2);
    assertThat(report.refusals())
        .allSatisfy(r -> assertThat(r.line().lines()).hasSize(1))
        .allSatisfy(r -> assertThat(r.line()).contains(r.reason().code()));
    assertThat(Broker.issues(target))
        .extracting(RawIssue::key)
        .containsExactlyInAnyOrder("08-gbk", "10-utf16", "13-twin", "16-odd%0A%1B[31m", "zz-last");
    assertThat(listing()).isEqualTo(before);
  }

  @Test
  void takesTwoThousandSmallFiles() throws IOException {
    var target = Broker.fresh("many");
    for (int i = 0; i < 2_000; i++) {
      write("in/%02d/%04d.txt".formatted(i % 20, i), "第" + i + "版");
    }
    var app = app(target, Map.of());
    var outcomes = new ArrayList<FileOutcome>();
    var expected = new ArrayList<Long>();

    var report =
        app.ingest(
            List.of(folder.resolve("in")),
            new Progress() {
              @Override
              public void expected(long files) {
                expected.add(files);
              }

              @Override
              public void settled(Path file, FileOutcome outcome) {
                outcomes.add(outcome);
              }
            });

    assertThat(report.tally().accepted()).isEqualTo(2_000);
    assertThat(report.exitCode()).isZero();
    assertThat(expected).containsExactly(2_000L);
    assertThat(outcomes).hasSize(2_000);
    assertThat(Broker.issues(target))
        .extracting(RawIssue::key)
        .doesNotHaveDuplicates()
        .hasSize(2_000);
    assertThat(ingest(app, "in").tally().unchanged()).isEqualTo(2_000);
  }

  @Test
  void saysThatTopicsAreMissing() throws IOException {
    write("in/a.txt", "文");
    var app = app(Broker.bare("absent"), Map.of());

    assertThatThrownBy(() -> ingest(app, "in"))
        .isInstanceOf(Unreachable.class)
        .hasMessageContaining("./broadsheet setup");
  }

  private IngestApp app(Target target, Map<String, String> more) {
    var settings =
        Settings.of(
                Map.of(
                    "kafka.bootstrap", target.bootstrap(),
                    "topic.prefix", target.topics().prefix(),
                    "ingest.inbox", folder.resolve("inbox").toString()))
            .with(more);
    return new IngestApp(IngestConfig.from(settings), Clock.systemUTC());
  }

  private IngestReport ingest(IngestApp app, String... paths) {
    return app.ingest(java.util.Arrays.stream(paths).map(folder::resolve).toList(), Progress.NONE);
  }

  private void bad(
      Map<String, RejectReason> expected, String name, String text, RejectReason reason)
      throws IOException {
    bad(expected, name, text.getBytes(StandardCharsets.UTF_8), reason);
  }

  private void bad(
      Map<String, RejectReason> expected, String name, byte[] bytes, RejectReason reason)
      throws IOException {
    Files.createDirectories(folder.resolve("in"));
    Files.write(folder.resolve("in").resolve(name), bytes);
    expected.put(name, reason);
  }

  private void write(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void mkfifo(String name) throws IOException, InterruptedException {
    int code = new ProcessBuilder("mkfifo", folder.resolve(name).toString()).start().waitFor();
    assertThat(code).isZero();
  }

  private List<String> listing() throws IOException {
    try (var files = Files.walk(folder)) {
      return files.map(Path::toString).sorted().toList();
    }
  }
}
