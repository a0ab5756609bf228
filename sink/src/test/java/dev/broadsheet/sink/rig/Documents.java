package dev.broadsheet.sink.rig;

import dev.broadsheet.contract.Article;
import dev.broadsheet.contract.Json;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.function.Consumer;
import tools.jackson.databind.node.ObjectNode;

/// Article documents: the contract's example, changed.
public final class Documents {
  private Documents() {}

  /// A document with another id and revision.
  public static byte[] article(String id, long revision) {
    return article(id, revision, _ -> {});
  }

  /// A document with another id and revision, and what `change` does to it.
  public static byte[] article(String id, long revision, Consumer<ObjectNode> change) {
    ObjectNode document = example();
    document.put("id", id);
    document.put("revision", revision);
    ((ObjectNode) document.path("issue")).put("key", id.substring(0, id.lastIndexOf('#')));
    change.accept(document);
    return Json.bytes(document);
  }

  /// The example, every property with a value.
  public static ObjectNode example() {
    try (InputStream in = Article.class.getResourceAsStream("article.example.json")) {
      return (ObjectNode) Json.tree(Objects.requireNonNull(in).readAllBytes());
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
