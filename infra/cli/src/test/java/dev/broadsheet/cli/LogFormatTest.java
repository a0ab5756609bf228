package dev.broadsheet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import ch.qos.logback.core.joran.spi.JoranException;
import dev.broadsheet.contract.Json;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class LogFormatTest {
  /// What a logger of ours writes to standard error in a format.
  private static String written(String format) throws JoranException {
    var bytes = new ByteArrayOutputStream();
    PrintStream before = System.err;
    var context = new LoggerContext();
    context.setMDCAdapter(new LogbackMDCAdapter());
    context.putProperty("BROADSHEET_LOG_FORMAT", format);
    System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      var configurator = new JoranConfigurator();
      configurator.setContext(context);
      URL file = LogFormatTest.class.getResource("/logback.xml");
      configurator.doConfigure(Objects.requireNonNull(file));
      context
          .getLogger("dev.broadsheet.test")
          .atWarn()
          .addKeyValue("issue", "jiangwan/2031-05-06/01")
          .addKeyValue("revision", 2)
          .addKeyValue("reason", "one\u001b[2J\ntwo")
          .log("Issue dead-lettered");
    } finally {
      context.stop();
      System.setErr(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }

  @Test
  void jsonHasOneObjectALineWithTheFieldsOfTheEvent() throws Exception {
    String line = written("json");

    assertThat(line.lines()).hasSize(1);
    JsonNode event = Json.tree(line.getBytes(StandardCharsets.UTF_8));
    assertThat(event.path("formattedMessage").stringValue()).isEqualTo("Issue dead-lettered");
    assertThat(event.path("level").stringValue()).isEqualTo("WARN");
    assertThat(event.path("kvpList").valueStream().map(JsonNode::toString))
        .anyMatch(pair -> pair.contains("jiangwan/2031-05-06/01"))
        .anyMatch(pair -> pair.contains("revision"));
  }

  @Test
  void textIsOneLineForPeopleAndObeysNoControlCharacters() throws Exception {
    String line = written("text");

    assertThat(line.lines()).hasSize(1);
    assertThat(line)
        .contains("issue=\"jiangwan/2031-05-06/01\"", "revision=\"2\"")
        .doesNotContain("\u001b");
  }
}
