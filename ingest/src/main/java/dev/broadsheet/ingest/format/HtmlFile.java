package dev.broadsheet.ingest.format;

import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.ingest.encoding.Decoding;
import dev.broadsheet.ingest.encoding.TextDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;

/// The text of an HTML or XHTML file. Nothing is fetched and no entity is resolved but those of
/// HTML itself.
///
/// @param text of the page
/// @param charset that the bytes were in
public record HtmlFile(String text, String charset) {
  private static final int HEAD = 8_192;

  /// `<meta charset="gb2312">`, `content="text/html; charset=gb2312"`, `encoding="UTF-8"`.
  private static final Pattern CHARSET =
      Pattern.compile(
          "(?:charset|encoding)\\s{0,9}=\\s{0,9}[\"']?([A-Za-z0-9_:.-]{2,40})",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern ENTITY =
      Pattern.compile("<!ENTITY[^>]{0,200}", Pattern.CASE_INSENSITIVE);

  private static final Pattern OUTER_ENTITY =
      Pattern.compile("\\s(?:SYSTEM|PUBLIC)\\s", Pattern.CASE_INSENSITIVE);

  /// Deeper than any page; jsoup itself stops nesting at 512.
  private static final int DEEPEST = 400;

  private static final int LONGEST_ATTRIBUTE = 1 << 20;

  /// Reads a file.
  ///
  /// @param declared charset by the source, which wins over the file's own declaration; or empty
  /// @throws Refusal when there is no text in it, or it is not to be trusted
  static HtmlFile read(byte[] bytes, String declared) throws Refusal {
    String hint = declared.isEmpty() ? charset(bytes) : declared;
    return switch (TextDecoder.decode(bytes, hint)) {
      case Decoding.Refused(var reason, var message) -> throw new Refusal(reason, message);
      case Decoding.Decoded(var markup, var charset) -> new HtmlFile(page(markup), charset);
    };
  }

  /// The text of a piece of a page, such as what a selector has chosen.
  ///
  /// @param markup of the piece
  /// @throws IllegalArgumentException when it is not to be trusted
  public static String text(String markup) {
    try {
      return rows(parse(markup));
    } catch (Refusal e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  private static String page(String markup) throws Refusal {
    requireNoEntities(markup);
    String start = markup.substring(0, Math.min(HEAD, markup.length())).toLowerCase(Locale.ROOT);
    if (start.contains("<?xml") && !start.contains("<html")) {
      throw new Refusal(RejectReason.TYPE, "an XML file that is no page: give its text");
    }
    String text = rows(parse(markup));
    return switch (PageText.check(text, "UTF-8")) {
      case PageText.NotText(var reason, var message) -> throw new Refusal(reason, message);
      case PageText.Text _ -> text;
    };
  }

  private static Document parse(String markup) {
    return Jsoup.parse(markup, "", Parser.htmlParser());
  }

  private static String rows(Document document) throws Refusal {
    var shape = HtmlShape.of(document);
    if (shape.depth() > DEEPEST || shape.longestAttribute() > LONGEST_ATTRIBUTE) {
      throw new Refusal(
          RejectReason.HTML_LIMIT,
          "elements nested %d deep, an attribute of %d characters: give its text"
              .formatted(shape.depth(), shape.longestAttribute()));
    }
    return new HtmlRows(document).text();
  }

  /// Entities that a file defines are either a way to other files or a way to grow without end.
  private static void requireNoEntities(String markup) throws Refusal {
    Matcher entity = ENTITY.matcher(markup);
    if (!entity.find()) {
      return;
    }
    do {
      if (OUTER_ENTITY.matcher(entity.group()).find()) {
        throw new Refusal(
            RejectReason.XML, "it refers to entities outside itself: give it without a DOCTYPE");
      }
    } while (entity.find());
    throw new Refusal(
        RejectReason.HTML_LIMIT, "it defines entities of its own: give it without a DOCTYPE");
  }

  private static String charset(byte[] bytes) {
    String head = new String(bytes, 0, Math.min(HEAD, bytes.length), StandardCharsets.ISO_8859_1);
    Matcher charset = CHARSET.matcher(head);
    return charset.find() ? charset.group(1) : "";
  }
}
