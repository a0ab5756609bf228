package dev.broadsheet.enrich.split;

import dev.broadsheet.contract.Json;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/// Prints what the splitter alone makes of raw pages, one article a line, in the shape of the
/// article document; for scoring against annotated pages.
final class SplitNdjson {
  private SplitNdjson() {}

  public static void main(String[] files) {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (String file : files) {
      Path path = Path.of(file);
      PageSplit split = PageSplitter.split(read(path));
      String key = path.getFileName().toString().replaceFirst("\\.txt$", "");
      split
          .articles()
          .forEach(article -> out.println(Json.text(document(key, split.masthead(), article))));
    }
  }

  private static String read(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot read " + path, e);
    }
  }

  private static Map<String, Object> document(
      String key, MastheadFields masthead, ArticleDraft article) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("issue", issue(key, masthead));
    document.put("headline", article.head().headline());
    document.put("kicker", article.head().kicker());
    document.put("subheads", article.head().subheads());
    document.put("body", article.body());
    document.put("captions", article.captions());
    document.put("continued_on", article.jumps().continuedOn());
    return document;
  }

  private static Map<String, Object> issue(String key, MastheadFields masthead) {
    Map<String, Object> issue = new LinkedHashMap<>();
    issue.put("key", key);
    issue.put("paper", masthead.paper());
    issue.put("publisher", masthead.publisher());
    issue.put("serial", masthead.serial());
    issue.put("postal_code", masthead.postalCode());
    issue.put("number", masthead.number());
    issue.put("date", masthead.date() == null ? null : masthead.date().toString());
    issue.put("lunar_date", masthead.lunarDate());
    issue.put("weekday", masthead.weekday());
    issue.put("pages", masthead.pages());
    issue.put("page", masthead.page());
    issue.put("section", masthead.section());
    issue.put("website", masthead.website());
    return issue;
  }
}
