package dev.broadsheet.rig.feed;

import dev.broadsheet.contract.Digests;
import dev.broadsheet.contract.HeaderNames;
import dev.broadsheet.contract.RejectReason;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/// Records that no stage of ours writes, and the reason for which each must be dead-lettered.
///
/// @param name what is wrong with it
/// @param maker makes the record for a topic
/// @param reason that the dead letter must have
record Poison(
    String name, Function<String, ProducerRecord<byte[], byte[]>> maker, RejectReason reason) {
  private static final byte[] TEXT = bytes("假新闻一则 编号第零号\n\n本报讯 无人受伤。\n");
  private static final byte[] NOT_UTF8 = {'a', (byte) 0xc3, (byte) 0x28, (byte) 0xff};
  private static final byte[] JAVA_OBJECT = {(byte) 0xac, (byte) 0xed, 0, 5, 's', 'r', 0, 0};

  /// Everything wrong with a record of the issues topic, one thing each. A record without a key is
  /// not among them: a compacted topic does not take it.
  static List<Poison> ofIssues() {
    return List.of(
        issue("empty-key", new byte[0], TEXT, RejectReason.KEY),
        issue("long-key", bytes("键".repeat(200)), TEXT, RejectReason.KEY),
        issue("key-not-utf8", NOT_UTF8, TEXT, RejectReason.KEY),
        issue("null-value", bytes("poison/null-value"), null, RejectReason.VALUE),
        issue("not-utf8", bytes("poison/not-utf8"), NOT_UTF8, RejectReason.DECODE),
        issue("java-object", bytes("poison/java-object"), JAVA_OBJECT, RejectReason.DECODE),
        issue("empty", bytes("poison/empty"), new byte[0], RejectReason.EMPTY),
        issue("no-revision", h -> h.remove(HeaderNames.REVISION), RejectReason.HEADERS),
        issue("two-revisions", h -> h.add(HeaderNames.REVISION, bytes("2")), RejectReason.HEADERS),
        issue("header-not-utf8", h -> set(h, HeaderNames.SOURCE, NOT_UTF8), RejectReason.HEADERS),
        issue(
            "long-header",
            h -> set(h, HeaderNames.SOURCE, bytes("x".repeat(1_000_000))),
            RejectReason.HEADERS),
        issue("revision-0", h -> set(h, HeaderNames.REVISION, bytes("0")), RejectReason.REVISION),
        issue(
            "revision-minus",
            h -> set(h, HeaderNames.REVISION, bytes("-1")),
            RejectReason.REVISION),
        issue(
            "revision-max",
            h -> set(h, HeaderNames.REVISION, bytes(Long.toString(Long.MAX_VALUE))),
            RejectReason.REVISION),
        issue(
            "revision-word",
            h -> set(h, HeaderNames.REVISION, bytes("new")),
            RejectReason.REVISION),
        issue(
            "wrong-hash",
            h -> set(h, HeaderNames.TEXT_SHA256, bytes("0".repeat(64))),
            RejectReason.INTEGRITY),
        issue(
            "withdrawn-with-text",
            h -> set(h, HeaderNames.WITHDRAWN, bytes("true")),
            RejectReason.VALUE));
  }

  /// Everything wrong with a record of the articles topic, one thing each.
  static List<Poison> ofArticles() {
    byte[] document = bytes("{\"id\":\"poison/a#1\"}");
    return List.of(
        article("a-long-key", bytes("键".repeat(171) + "#1"), document, RejectReason.KEY),
        article("a-no-position", bytes("poison/a"), document, RejectReason.KEY),
        article("a-null-value", bytes("poison/a-null-value#1"), null, RejectReason.VALUE),
        article("a-not-json", bytes("poison/a-not-json#1"), JAVA_OBJECT, RejectReason.DECODE),
        article(
            "a-line-break",
            bytes("poison/a-line-break#1"),
            bytes("{\"id\":\"x\"}\n{\"delete\":{\"_id\":\"y\"}}"),
            RejectReason.DECODE),
        article(
            "a-unknown-field",
            bytes("poison/a-unknown-field#1"),
            bytes("{\"id\":\"x\",\"no_such_field\":1}"),
            RejectReason.MAPPING),
        article(
            "a-cut-json",
            bytes("poison/a-cut-json#1"),
            bytes("{\"id\":\"version_conflict_engine_exception"),
            RejectReason.MAPPING),
        article(
            "a-wrong-hash", h -> set(h, HeaderNames.SHA256, bytes("0")), RejectReason.INTEGRITY),
        article("a-no-revision", h -> h.remove(HeaderNames.REVISION), RejectReason.HEADERS),
        article(
            "a-revision-0", h -> set(h, HeaderNames.REVISION, bytes("0")), RejectReason.REVISION),
        article(
            "a-revision-max",
            h -> set(h, HeaderNames.REVISION, bytes(Long.toString(Long.MAX_VALUE))),
            RejectReason.REVISION),
        article(
            "a-other-issue",
            h -> set(h, HeaderNames.ISSUE, bytes("poison/b")),
            RejectReason.INTEGRITY));
  }

  /// The record; sound but for what is wrong with it.
  ProducerRecord<byte[], byte[]> record(String topic) {
    return maker.apply(topic);
  }

  private static Poison issue(
      String name, byte @Nullable [] key, byte @Nullable [] value, RejectReason reason) {
    return make(name, key, value, h -> soundIssue(h, value), reason);
  }

  private static Poison issue(String name, Consumer<Headers> change, RejectReason reason) {
    Consumer<Headers> headers = h -> soundIssue(h, TEXT);
    return make(name, bytes("poison/" + name), TEXT, headers.andThen(change), reason);
  }

  private static Poison article(
      String name, byte @Nullable [] key, byte @Nullable [] value, RejectReason reason) {
    return make(name, key, value, h -> soundArticle(h, key, value), reason);
  }

  private static Poison article(String name, Consumer<Headers> change, RejectReason reason) {
    byte[] key = bytes("poison/" + name + "#1");
    byte[] value = bytes("{\"id\":\"poison/%s#1\"}".formatted(name));
    Consumer<Headers> headers = h -> soundArticle(h, key, value);
    return make(name, key, value, headers.andThen(change), reason);
  }

  private static Poison make(
      String name,
      byte @Nullable [] key,
      byte @Nullable [] value,
      Consumer<Headers> headers,
      RejectReason reason) {
    return new Poison(
        name,
        topic -> {
          var record = new ProducerRecord<byte[], byte[]>(topic, key, value);
          headers.accept(record.headers());
          return record;
        },
        reason);
  }

  private static void soundIssue(Headers headers, byte @Nullable [] value) {
    byte[] content = value == null ? new byte[0] : value;
    set(headers, HeaderNames.REVISION, bytes("1"));
    set(headers, HeaderNames.WITHDRAWN, bytes("false"));
    set(headers, HeaderNames.SOURCE, bytes("rig:"));
    set(headers, HeaderNames.CONTENT_TYPE, bytes("text/plain"));
    set(headers, HeaderNames.CHARSET, bytes("UTF-8"));
    set(headers, HeaderNames.SHA256, bytes(Digests.sha256(content)));
    set(headers, HeaderNames.TEXT_SHA256, bytes(Digests.sha256(content)));
    set(headers, HeaderNames.RECEIVED_AT, bytes("2026-01-01T00:00:00Z"));
  }

  private static void soundArticle(
      Headers headers, byte @Nullable [] key, byte @Nullable [] value) {
    String id = key == null ? "#" : new String(key, StandardCharsets.UTF_8);
    set(headers, HeaderNames.ISSUE, bytes(id.split("#", 2)[0]));
    set(headers, HeaderNames.REVISION, bytes("1"));
    set(headers, HeaderNames.SHA256, bytes(Digests.sha256(value == null ? new byte[0] : value)));
  }

  private static void set(Headers headers, String name, byte[] value) {
    headers.remove(name);
    headers.add(name, value);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
