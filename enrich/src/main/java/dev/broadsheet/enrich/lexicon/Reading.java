package dev.broadsheet.enrich.lexicon;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An article as the finders read it: each part as passages cut into words, made once for all.
///
/// @param headlines kicker, headline and subheads
/// @param column title of the column; often empty
/// @param paragraphs the body, with a list of passages for each paragraph that is not blank
public record Reading(
    List<Passage> headlines, List<Passage> column, List<List<Passage>> paragraphs) {
  public Reading {
    headlines = List.copyOf(headlines);
    column = List.copyOf(column);
    paragraphs = List.copyOf(paragraphs);
  }

  /// Reads the parts of an article.
  ///
  /// @param headlineGroup kicker, headline and subheads, in this order
  public static Reading of(
      Segmenter segmenter,
      List<String> headlineGroup,
      @Nullable String column,
      List<String> paragraphs) {
    int longest = column == null ? 0 : column.length();
    longest = Math.max(longest, Math.max(longest(headlineGroup), longest(paragraphs)));
    Lattice lattice = segmenter.lattice(longest);
    List<Passage> headlines = new ArrayList<>();
    for (String headline : headlineGroup) {
      headlines.addAll(segmenter.read(headline, lattice));
    }
    List<List<Passage>> body = new ArrayList<>();
    for (String paragraph : paragraphs) {
      List<Passage> passages = segmenter.read(paragraph, lattice);
      if (!passages.isEmpty()) {
        body.add(List.copyOf(passages));
      }
    }
    return new Reading(
        headlines, column == null ? List.of() : segmenter.read(column, lattice), body);
  }

  /// Length of the longest passage of headlines and body.
  public int longestPassage() {
    int longest = 0;
    for (Passage headline : headlines) {
      longest = Math.max(longest, headline.length());
    }
    for (List<Passage> paragraph : paragraphs) {
      for (Passage passage : paragraph) {
        longest = Math.max(longest, passage.length());
      }
    }
    return longest;
  }

  private static int longest(List<String> texts) {
    int longest = 0;
    for (String text : texts) {
      longest = Math.max(longest, text.length());
    }
    return longest;
  }

  /// Characters of the body, without white space.
  public int bodyLength() {
    int length = 0;
    for (List<Passage> paragraph : paragraphs) {
      for (Passage passage : paragraph) {
        length += passage.length();
      }
    }
    return length;
  }
}
