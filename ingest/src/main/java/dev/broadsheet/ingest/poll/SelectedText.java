package dev.broadsheet.ingest.poll;

import dev.broadsheet.ingest.yaml.YamlMap;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.Selector;

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
    var text = new StringBuilder();
    page.filter(new Lines(new HashSet<>(page.select(String.join(", ", selectors))), text));
    return text.toString().strip();
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

  /// Goes over the page once. Chosen elements may lie within one another.
  private static final class Lines implements NodeFilter {
    private final Set<Element> chosen;
    private final StringBuilder text;
    private int within;

    Lines(Set<Element> chosen, StringBuilder text) {
      this.chosen = chosen;
      this.text = text;
    }

    @Override
    public FilterResult head(Node node, int depth) {
      switch (node) {
        case TextNode words when within > 0 ->
            append(SPACE.matcher(words.getWholeText()).replaceAll(" "));
        case Element element when isUnseen(element) -> {
          return FilterResult.SKIP_ENTIRELY;
        }
        case Element element -> {
          within += chosen.contains(element) ? 1 : 0;
          if (breaks(element) || element.nameIs("br")) {
            breakLine(text);
          }
        }
        default -> {
          // Comments, and text that was not chosen.
        }
      }
      return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
      if (node instanceof Element element) {
        if (breaks(element)) {
          breakLine(text);
        }
        within -= chosen.contains(element) ? 1 : 0;
      }
      return FilterResult.CONTINUE;
    }

    private boolean breaks(Element element) {
      return element.isBlock() || chosen.contains(element);
    }

    private void append(String words) {
      char before = text.isEmpty() ? '\n' : text.charAt(text.length() - 1);
      boolean atStart = before == '\n' || before == ' ';
      text.append(atStart && words.startsWith(" ") ? words.substring(1) : words);
    }
  }
}
