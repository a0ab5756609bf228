package dev.broadsheet.ingest.poll;

import dev.broadsheet.ingest.yaml.YamlMap;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.Elements;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;

/// The text of chosen elements of a page, a line for each block.
final class SelectedText {
  private static final Set<String> UNSEEN =
      Set.of("script", "style", "template", "noscript", "iframe", "object");

  private static final Pattern NOT_DISPLAYED =
      Pattern.compile("display\\s{0,9}:\\s{0,9}none", Pattern.CASE_INSENSITIVE);

  /// White space of HTML; an ideographic space is an indent, and stays.
  private static final Pattern SPACE = Pattern.compile("[ \\t\\r\\n\\f]++");

  private SelectedText() {}

  /// Checks selectors of a feed file.
  static void check(List<String> selectors, YamlMap map) {
    try {
      Jsoup.parse("").select(String.join(", ", selectors));
    } catch (Selector.SelectorParseException | IllegalArgumentException e) {
      throw map.wrong("text", "CSS selectors are due (%s)".formatted(e.getMessage()));
    }
  }

  /// The text of all elements that a selector takes, in the order of the page, each once.
  ///
  /// @return empty when there is none
  static String of(String html, URI address, List<String> selectors) {
    Document page = Jsoup.parse(html, address.toString());
    Elements chosen = page.select(String.join(", ", selectors));
    var text = new StringBuilder();
    Element last = null;
    for (Element element : chosen) {
      // In the order of the page, what is within a chosen element follows right after it.
      if (!isWithin(element, last)) {
        element.filter(new Lines(text));
        breakLine(text);
        last = element;
      }
    }
    return text.toString().strip();
  }

  /// Whether an element is part of another, or of one that nobody sees.
  private static boolean isWithin(Element element, @Nullable Element outer) {
    for (Element e = element.parent(); e != null; e = e.parent()) {
      if (e == outer || isUnseen(e)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isUnseen(Element element) {
    return UNSEEN.contains(element.normalName())
        || element.hasAttr("hidden")
        || "true".equals(element.attr("aria-hidden"))
        || NOT_DISPLAYED.matcher(element.attr("style")).find();
  }

  private static void breakLine(StringBuilder text) {
    while (!text.isEmpty() && text.charAt(text.length() - 1) == ' ') {
      text.setLength(text.length() - 1);
    }
    if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
      text.append('\n');
    }
  }

  private record Lines(StringBuilder text) implements NodeFilter {
    @Override
    public FilterResult head(Node node, int depth) {
      switch (node) {
        case TextNode words -> append(SPACE.matcher(words.getWholeText()).replaceAll(" "));
        case Element element when isUnseen(element) -> {
          return FilterResult.SKIP_ENTIRELY;
        }
        case Element element when element.isBlock() || element.nameIs("br") -> breakLine(text);
        default -> {
          // Comments and elements within a line leave no trace.
        }
      }
      return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      if (node instanceof Element element && element.isBlock()) {
        breakLine(text);
      }
      return FilterResult.CONTINUE;
    }

    private void append(String words) {
      char before = text.isEmpty() ? '\n' : text.charAt(text.length() - 1);
      boolean atStart = before == '\n' || before == ' ';
      text.append(atStart && words.startsWith(" ") ? words.substring(1) : words);
    }
  }
}
