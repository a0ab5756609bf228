package dev.broadsheet.ingest.format;

import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.NodeTraversor;

/// The outline of a document, by which hostile ones are told.
///
/// @param depth of the deepest node
/// @param longestAttribute in characters; pictures within attributes do not count
record HtmlShape(int depth, int longestAttribute) {
  static HtmlShape of(Document document) {
    int[] most = {0, 0};
    NodeTraversor.traverse(
        (node, depth) -> {
          most[0] = Math.max(most[0], depth);
          if (node instanceof Element element) {
            for (Attribute attribute : element.attributes()) {
              if (!attribute.getValue().startsWith("data:")) {
                most[1] = Math.max(most[1], attribute.getValue().length());
              }
            }
          }
        },
        document);
    return new HtmlShape(most[0], most[1]);
  }
}
