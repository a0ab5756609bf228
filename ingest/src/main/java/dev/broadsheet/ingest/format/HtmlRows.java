package dev.broadsheet.ingest.format;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/// Rows of text from blocks of markup: a blank line between blocks, a line end at `br`. What does
/// not show and what only leads elsewhere is left out. Used for one document.
final class HtmlRows {
  private static final Set<String> DROPPED =
      Set.of(
          "script",
          "style",
          "template",
          "noscript",
          "iframe",
          "frame",
          "object",
          "embed",
          "svg",
          "canvas",
          "nav",
          "footer",
          "aside",
          "form",
          "select",
          "button",
          "input",
          "textarea",
          "map",
          "audio",
          "video",
          "title",
          "head");

  private static final Set<String> BLOCKS =
      Set.of(
          "address",
          "article",
          "blockquote",
          "body",
          "caption",
          "center",
          "dd",
          "details",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figcaption",
          "figure",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "header",
          "hr",
          "li",
          "main",
          "ol",
          "p",
          "pre",
          "section",
          "table",
          "tbody",
          "td",
          "tfoot",
          "th",
          "thead",
          "tr",
          "ul",
          "founder-title",
          "founder-content",
          "founder-author");

  /// Elements that lists of links come in.
  private static final Set<String> LISTS =
      Set.of("ul", "ol", "dl", "div", "table", "td", "section");

  private static final int FEWEST_LINKS = 4;
  private static final double MOSTLY = 0.7;
  private static final int NOWHERE = -1;

  private final Document document;
  private final IdentityHashMap<Element, Weight> weights = new IdentityHashMap<>();
  private final StringBuilder rows = new StringBuilder();

  /// How much of an element is link text.
  private static final class Weight {
    private int text;
    private int linked;
    private int links;
  }

  HtmlRows(Document document) {
    this.document = document;
  }

  String text() {
    weigh();
    write(true);
    if (rows.toString().isBlank()) {
      // A page of nothing but headlines that are links is still a page.
      rows.setLength(0);
      write(false);
    }
    return rows.toString().strip() + "\n";
  }

  private void weigh() {
    NodeTraversor.traverse(
        new NodeVisitor() {
          private final Deque<Weight> open = new ArrayDeque<>();
          private int inLink;

          @Override
          public void head(Node node, int depth) {
            if (node instanceof Element element) {
              open.push(new Weight());
              inLink += isLink(element) ? 1 : 0;
            } else if (node instanceof TextNode text && !open.isEmpty()) {
              int length = text.text().strip().length();
              open.element().text += length;
              open.element().linked += inLink > 0 ? length : 0;
            }
          }

          @Override
          public void tail(Node node, int depth) {
            if (!(node instanceof Element element)) {
              return;
            }
            Weight weight = open.pop();
            if (isLink(element)) {
              inLink--;
              weight.links++;
            }
            weights.put(element, weight);
            Weight parent = open.peek();
            if (parent != null && !isDropped(element)) {
              parent.text += weight.text;
              parent.linked += weight.linked;
              parent.links += weight.links;
            }
          }
        },
        document);
  }

  private void write(boolean isSelective) {
    NodeTraversor.traverse(
        new NodeVisitor() {
          private int skippedAt = NOWHERE;

          @Override
          public void head(Node node, int depth) {
            if (skippedAt != NOWHERE) {
              return;
            }
            if (node instanceof Element element) {
              if (isDropped(element) || (isSelective && isMenu(element))) {
                skippedAt = depth;
              } else {
                begin(element);
              }
            } else if (node instanceof TextNode text) {
              append(text);
            }
          }

          @Override
          public void tail(Node node, int depth) {
            if (skippedAt == depth) {
              skippedAt = NOWHERE;
            } else if (skippedAt == NOWHERE && node instanceof Element element) {
              end(element);
            }
          }
        },
        document);
  }

  private void begin(Element element) {
    if (element.normalName().equals("br")) {
      trimRow();
      rows.append('\n');
    } else if (BLOCKS.contains(element.normalName())) {
      breakRows();
    }
  }

  private void end(Element element) {
    if (BLOCKS.contains(element.normalName())) {
      breakRows();
    }
  }

  private void breakRows() {
    trimRow();
    int length = rows.length();
    int ends = 0;
    while (ends < 2 && ends < length && rows.charAt(length - 1 - ends) == '\n') {
      ends++;
    }
    if (length > 0) {
      rows.append("\n".repeat(2 - ends));
    }
  }

  private void trimRow() {
    int length = rows.length();
    while (length > 0 && (rows.charAt(length - 1) == ' ' || rows.charAt(length - 1) == '\u00A0')) {
      length--;
    }
    rows.setLength(length);
  }

  /// White space as a browser shows it: any run of it is one space, and none begins a row.
  private void append(TextNode node) {
    String text = node.getWholeText();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean isSpace = c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
      if (!isSpace) {
        rows.append(c);
      } else if (!rows.isEmpty() && " \n".indexOf(rows.charAt(rows.length() - 1)) < 0) {
        rows.append(' ');
      }
    }
  }

  private boolean isMenu(Element element) {
    Weight weight = weights.get(element);
    return weight != null
        && LISTS.contains(element.normalName())
        && weight.links >= FEWEST_LINKS
        && weight.linked >= MOSTLY * weight.text;
  }

  private static boolean isLink(Element element) {
    return element.normalName().equals("a") && element.hasAttr("href");
  }

  private static boolean isDropped(Element element) {
    String style = element.attr("style").replace(" ", "").toLowerCase(Locale.ROOT);
    return DROPPED.contains(element.normalName())
        || element.hasAttr("hidden")
        || element.attr("aria-hidden").equals("true")
        || style.contains("display:none")
        || style.contains("visibility:hidden");
  }
}
