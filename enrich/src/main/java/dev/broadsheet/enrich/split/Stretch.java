package dev.broadsheet.enrich.split;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Body text without a headline, byline or jump inside, and what stands above it; owned by the
/// split of one page.
final class Stretch {
  private final List<Paragraph> paragraphs = new ArrayList<>();
  private final List<Integer> above = new ArrayList<>();
  private final List<Integer> insets = new ArrayList<>();
  private final List<Integer> captions = new ArrayList<>();
  private boolean jumped;
  private @Nullable Stretch origin;
  private boolean joined;

  List<Paragraph> paragraphs() {
    return paragraphs;
  }

  /// Rows of display, bylines and jump marks between the stretch before and this one.
  List<Integer> above() {
    return above;
  }

  /// Display rows in the middle of its sentences.
  List<Integer> insets() {
    return insets;
  }

  /// Rows that are captions of its photos.
  List<Integer> captions() {
    return captions;
  }

  /// Whether its first paragraph opens with a 讯头.
  boolean isLed() {
    return !paragraphs.isEmpty() && paragraphs.getFirst().isLead();
  }

  /// Whether it ends in a jump to another page.
  boolean isJumped() {
    return jumped;
  }

  void markJumped() {
    jumped = true;
  }

  /// Parts the paragraphs from `at` on from this stretch.
  Stretch splitAt(int at) {
    Stretch below = new Stretch();
    List<Paragraph> tail = paragraphs.subList(at, paragraphs.size());
    below.paragraphs.addAll(tail);
    tail.clear();
    int first = below.paragraphs.getFirst().rows().getFirst();
    below.insets.addAll(insets.stream().filter(row -> row >= first).toList());
    insets.removeIf(row -> row >= first);
    below.jumped = jumped;
    jumped = false;
    return below;
  }

  /// The stretch that this one goes on from, or null.
  @Nullable Stretch origin() {
    return origin;
  }

  /// Whether it goes on with the last sentence of its origin.
  boolean isJoined() {
    return joined;
  }

  void goesOnFrom(Stretch above, boolean inSentence) {
    origin = above;
    joined = inSentence;
  }

  /// Whether its text is shorter than a number of characters.
  boolean isShorterThan(int limit) {
    int length = 0;
    for (int i = 0; i < paragraphs.size() && length < limit; i++) {
      length += paragraphs.get(i).length();
    }
    return length < limit;
  }

  int length() {
    int length = 0;
    for (Paragraph paragraph : paragraphs) {
      length += paragraph.length();
    }
    return length;
  }
}
