package dev.broadsheet.cli.letter;

import java.util.regex.Pattern;
import org.apache.kafka.common.TopicPartition;

/// Where a dead letter is: `broadsheet.issues.dlq/0/17`.
///
/// @param topic dead-letter topic
/// @param offset of the letter, not of the record that failed
public record Place(String topic, int partition, long offset) {
  private static final Pattern FORM =
      Pattern.compile("([A-Za-z0-9._-]{1,249})/([0-9]{1,6})/([0-9]{1,18})");

  /// Reads the text form.
  ///
  /// @throws IllegalArgumentException when it is none
  public static Place parse(String text) {
    var matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "place '%s': TOPIC/PARTITION/OFFSET is due, as `dlq list` prints it".formatted(text));
    }
    return new Place(
        matcher.group(1), Integer.parseInt(matcher.group(2)), Long.parseLong(matcher.group(3)));
  }

  TopicPartition topicPartition() {
    return new TopicPartition(topic, partition);
  }

  @Override
  public String toString() {
    return "%s/%d/%d".formatted(topic, partition, offset);
  }
}
