package dev.broadsheet.e2e.format;

import dev.broadsheet.enrich.quality.AnnotatedPage;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/// A sample page as its newsroom has it: whole stories, without the damage of any extraction.
///
/// @param annotation what an editor wrote down about the page
/// @param paper name of the paper
/// @param dateline day, weekday and number of the page
record SamplePage(AnnotatedPage annotation, String paper, String dateline, List<Story> stories) {
  private static final Path FOLDER =
      Path.of("..", "..", "enrich", "src", "test", "resources", "samples-gold");

  /// A story.
  ///
  /// @param head lines above the paragraphs; none for a brief
  record Story(List<Line> head, List<String> paragraphs) {
    /// All of it, a line or paragraph each.
    Stream<String> rows() {
      return Stream.concat(head.stream().map(Line::text), paragraphs.stream());
    }
  }

  /// A line of a head.
  record Line(Role role, String text) {}

  enum Role {
    KICKER,
    HEADLINE,
    DECK,
    BYLINE
  }

  static List<SamplePage> all() {
    return AnnotatedPage.in(FOLDER).stream().map(SamplePage::of).toList();
  }

  /// The text that no format stands between: a line or paragraph a row, a blank one after it.
  String cleanText() {
    return Stream.concat(Stream.of(paper, dateline), stories.stream().flatMap(Story::rows))
        .collect(Collectors.joining("\n\n", "", "\n"));
  }

  /// The same page in other words, such as another script.
  SamplePage map(UnaryOperator<String> words) {
    List<Story> others =
        stories.stream()
            .map(
                s ->
                    new Story(
                        s.head.stream().map(l -> new Line(l.role, words.apply(l.text))).toList(),
                        s.paragraphs.stream().map(words).toList()))
            .toList();
    return new SamplePage(annotation, words.apply(paper), words.apply(dateline), others);
  }

  private static SamplePage of(AnnotatedPage page) {
    JsonNode issue = page.issue();
    LocalDate day = LocalDate.parse(issue.path("date").asString());
    String dateline =
        "%d年%d月%d日 %s 第%d版"
            .formatted(
                day.getYear(),
                day.getMonthValue(),
                day.getDayOfMonth(),
                issue.path("weekday").asString(""),
                issue.path("page").asInt());
    return new SamplePage(
        page,
        issue.path("paper").asString(),
        dateline,
        page.articles().stream().map(SamplePage::story).toList());
  }

  private static Story story(AnnotatedPage.Piece piece) {
    JsonNode node = piece.node();
    List<String> paragraphs =
        piece.paragraphs().stream()
            .map(p -> p.replace("\n", "").strip())
            .filter(p -> !p.isEmpty())
            .toList();
    List<Line> head = new ArrayList<>();
    add(head, Role.KICKER, node.path("kicker"));
    add(head, Role.HEADLINE, node.path("headline"));
    node.path("subheads").forEach(deck -> add(head, Role.DECK, deck));
    String byline = node.path("byline").path("raw").asString("");
    if (!byline.isEmpty() && !String.join("", paragraphs).contains(byline)) {
      head.add(new Line(Role.BYLINE, byline));
    }
    return new Story(List.copyOf(head), paragraphs);
  }

  private static void add(List<Line> head, Role role, JsonNode text) {
    if (text.isString()) {
      head.add(new Line(role, text.asString()));
    }
  }
}
