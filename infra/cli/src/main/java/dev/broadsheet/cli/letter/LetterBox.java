package dev.broadsheet.cli.letter;

import dev.broadsheet.cli.scan.TopicScan;
import dev.broadsheet.contract.Json;
import dev.broadsheet.contract.LedgerEntry;
import dev.broadsheet.contract.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/// The dead letters of both stages. One thread at a time.
public final class LetterBox {
  private final Topics topics;
  private final TopicScan kafka;

  public LetterBox(Topics topics, TopicScan kafka) {
    this.topics = topics;
    this.kafka = kafka;
  }

  /// Shows every open letter with the record that it is, partition by partition.
  public void forEachOpen(BiConsumer<Letter, ConsumerRecord<byte[], byte[]>> visitor) {
    var rule = rule();
    for (String topic : letterTopics()) {
      kafka.readAll(
          topic,
          record -> {
            Letter letter = letter(record);
            if (!Letter.isMark(record) && rule.isOpen(letter)) {
              visitor.accept(letter, record);
            }
          });
    }
  }

  /// The record at a place, if there is a letter.
  ///
  /// @throws IllegalArgumentException when the place is in no dead-letter topic
  public Optional<ConsumerRecord<byte[], byte[]>> at(Place place) {
    if (!letterTopics().contains(place.topic())) {
      throw new IllegalArgumentException(
          "%s is no dead-letter topic; these are: %s".formatted(place.topic(), letterTopics()));
    }
    return kafka.one(place.topicPartition(), place.offset()).filter(r -> !Letter.isMark(r));
  }

  /// The letter that a record is.
  public Letter letter(ConsumerRecord<byte[], byte[]> record) {
    return Letter.of(record, record.topic().equals(topics.articlesDeadLetters()));
  }

  /// Whether the letter is about an article, and not about an issue.
  boolean isOfArticle(Letter letter) {
    return letter.place().topic().equals(topics.articlesDeadLetters());
  }

  private List<String> letterTopics() {
    return List.of(topics.issuesDeadLetters(), topics.articlesDeadLetters());
  }

  private OpenRule rule() {
    var rule = new OpenRule();
    kafka.readAll(
        topics.ledger(),
        r -> {
          if (r.key() != null && r.value() != null) {
            rule.ledger(
                new String(r.key(), StandardCharsets.UTF_8),
                Json.read(r.value(), LedgerEntry.class));
          }
        });
    for (String topic : letterTopics()) {
      kafka.readAll(topic, r -> Letter.header(r, Letter.CLOSES).ifPresent(rule::closedByHand));
    }
    return rule;
  }
}
