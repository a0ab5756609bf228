package dev.broadsheet.enrich.split;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.enrich.page.Glyphs;
import dev.broadsheet.enrich.split.PageSplit.Segment;
import dev.broadsheet.enrich.split.PrintedPage.Piece;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class PageSplitterPropertyTest {
  /// What pages are made of, marks that have a meaning to the splitter more often than others.
  private static final String LETTERS =
      "市县会议记者讯本报电新华社的在了通员摄日月年版期第星五下转上接详见，。，。、：“”（）？！—□▲一二三012359 \n\n\n\u3000 -.AbCN";

  @Property(tries = 60)
  void cleanPageGivesBackItsArticles(@ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int n) {
    List<Piece> pieces = PrintedPage.articles(new Random(seed), n);

    assertSame(PageSplitter.split(PrintedPage.plain(pieces)), pieces);
  }

  @Property(tries = 60)
  void wrappingAtAnyMeasureChangesNothing(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 8) int n,
      @ForAll @IntRange(min = 14, max = 30) int measure) {
    List<Piece> pieces = PrintedPage.articles(new Random(seed), n);

    assertSame(PageSplitter.split(PrintedPage.wrapped(pieces, measure)), pieces);
  }

  @Property(tries = 60)
  void spacesAtLineEndsChangeNothing(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 8) int n,
      @ForAll @IntRange(min = 14, max = 30) int measure) {
    List<Piece> pieces = PrintedPage.articles(new Random(seed), n);

    assertSame(PageSplitter.split(PrintedPage.spaced(pieces, measure)), pieces);
  }

  @Property(tries = 60)
  void columnBreaksInMidSentenceChangeNothing(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 8) int n) {
    Random random = new Random(seed);
    List<Piece> pieces = PrintedPage.articles(random, n);

    assertSame(PageSplitter.split(PrintedPage.columnBroken(pieces, random)), pieces);
  }

  @Property(tries = 10_000)
  void anyPageIsCoveredBySegments(@ForAll long seed, @ForAll @IntRange(max = 400) int length) {
    Random random = new Random(seed);
    StringBuilder page = new StringBuilder();
    for (int i = 0; i < length; i++) {
      page.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }

    assertCovered(page.toString(), PageSplitter.split(page.toString()));
  }

  @Property(tries = 300)
  void anyCharactersAreCoveredBySegments(@ForAll String page) {
    assertCovered(page, PageSplitter.split(page));
  }

  private static void assertSame(PageSplit split, List<Piece> pieces) {
    assertThat(split.articles())
        .extracting(article -> PrintedPage.squash(article.body()))
        .containsExactlyElementsOf(
            pieces.stream().map(piece -> PrintedPage.squash(piece.body())).toList());
    assertThat(split.articles())
        .extracting(article -> article.head().headline())
        .containsExactlyElementsOf(pieces.stream().map(Piece::headline).toList());
  }

  static void assertCovered(String raw, PageSplit split) {
    int at = 0;
    for (Segment segment : split.segments()) {
      assertThat(segment.start()).isEqualTo(at);
      assertThat(segment.end()).isGreaterThan(at);
      boolean blank = segment.role() == Role.BLANK;
      boolean prints =
          raw.substring(segment.start(), segment.end())
              .chars()
              .anyMatch(c -> !Glyphs.isBlank((char) c));
      assertThat(prints).isEqualTo(!blank);
      if (prints && !segment.role().isFurniture()) {
        assertThat(segment.article()).isBetween(0, split.articles().size() - 1);
      }
      at = segment.end();
    }
    assertThat(at).isEqualTo(raw.length());
  }
}
