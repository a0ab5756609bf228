package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.page.Ending;
import dev.broadsheet.enrich.page.Glyphs;
import dev.broadsheet.enrich.page.Healing;
import dev.broadsheet.enrich.split.RoleDecoder.State;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Joins body rows to paragraphs and paragraphs to stretches.
final class BodyReader {
  private static final int SLACK = 3;

  /// Two characters.
  private static final int INDENT = 4;

  private final Page page;
  private final Openings openings;
  private final List<Stretch> stretches = new ArrayList<>();
  private Stretch current = new Stretch();
  private @Nullable Paragraph open;
  private @Nullable Stretch captioned;
  private int lastCaption = -1;

  BodyReader(Page page) {
    this.page = page;
    this.openings = page.openings();
  }

  /// The stretches in order of the text. The last one has no paragraphs when the page ends in
  /// display rows.
  List<Stretch> read() {
    for (int i = 0; i < page.size(); i++) {
      switch (page.state(i)) {
        case BODY -> {
          if (!caption(i)) {
            body(i);
          }
        }
        case INSET -> current.insets().add(i);
        case BYLINE -> {
          if (!creditsCaption(i)) {
            apart(i);
          }
        }
        case DISPLAY -> apart(i);
        case JUMP -> jump(i);
        case FURNITURE -> {
          // Furniture may stand in the middle of anything.
        }
      }
    }
    close();
    return stretches;
  }

  /// Takes the caption of a photo to the text that it stands in or behind; one below a headline
  /// is a text of its own.
  private boolean caption(int i) {
    if (page.row(i).ending() != Ending.CLOSED) {
      return false;
    }
    boolean plain = TextSigns.isPlainCaption(page.text(i)) && isCredited(i);
    if (!plain && !TextSigns.isCaption(page.text(i))) {
      return false;
    }
    Stretch host =
        current.paragraphs().isEmpty() && !stretches.isEmpty() ? stretches.getLast() : current;
    long heads =
        current.paragraphs().isEmpty()
            ? current.above().stream().filter(page::isDisplay).count()
            : 0;
    if (host.paragraphs().isEmpty() || heads == 1 || (heads > 1 && !plain)) {
      return false;
    }
    host.captions().add(i);
    captioned = host;
    lastCaption = i;
    return true;
  }

  /// Whether a photographer is named on the row below, or with the text that ends here.
  private boolean isCredited(int i) {
    boolean below =
        i + 1 < page.size()
            && page.isByline(i + 1)
            && page.gap(i + 1) <= 1
            && BylineRows.isPhotoCredit(page.text(i + 1));
    boolean last = i + 1 == page.size() || page.state(i + 1) != State.BODY;
    Stretch host =
        current.paragraphs().isEmpty() && !stretches.isEmpty() ? stretches.getLast() : current;
    return below
        || (last
            && Stream.concat(host.above().stream(), current.above().stream())
                .anyMatch(row -> page.isByline(row) && hasPictures(page.text(row))));
  }

  /// `本报记者 某某 文/图`.
  private static boolean hasPictures(String byline) {
    return byline.endsWith("图") || byline.endsWith("摄") || byline.endsWith("摄影报道");
  }

  /// The photographer on the row of a caption goes with it.
  private boolean creditsCaption(int i) {
    if (captioned == null
        || lastCaption != i - 1
        || page.gap(i) > 1
        || !(page.gap(i) < 0 || BylineRows.isPhotoCredit(page.text(i)))) {
      return false;
    }
    captioned.captions().add(i);
    return true;
  }

  private void apart(int row) {
    if (!current.paragraphs().isEmpty()) {
      close();
    }
    current.above().add(row);
  }

  private void jump(int row) {
    Pointers pointer = page.pointer(row);
    boolean on = pointer != null && pointer.kind() == Pointers.Kind.ON;
    if (on && !current.paragraphs().isEmpty()) {
      current.markJumped();
      current.insets().add(row);
      close();
    } else if (pointer != null
        && pointer.kind() == Pointers.Kind.FROM
        && current.above().isEmpty()
        && !current.paragraphs().isEmpty()) {
      current.insets().add(row);
    } else {
      apart(row);
    }
  }

  private void close() {
    if (!current.paragraphs().isEmpty() || !current.above().isEmpty()) {
      stretches.add(current);
    }
    current = new Stretch();
    open = null;
  }

  private void body(int i) {
    RowFacts row = page.row(i);
    if (row.lead() > 0 && !current.paragraphs().isEmpty()) {
      close();
    }
    List<String> parts = Healing.paragraphs(row.text(), page.wrap(i));
    boolean goesOn = open != null && goesOn(open, i);
    for (String part : parts) {
      if (goesOn && open != null) {
        open.append(part, i);
      } else {
        boolean lead = part.equals(row.text()) ? row.lead() > 0 : Leads.isLead(part);
        if (opensArticle(part, lead)) {
          close();
        }
        open = new Paragraph(part, i, lead, page.wrap(i) > 0 ? page.wrap(i) : row.measure());
        current.paragraphs().add(open);
        if (page.isVerse(i)) {
          open.markVerse();
        }
      }
      goesOn = false;
    }
  }

  private boolean opensArticle(String part, boolean lead) {
    if (current.paragraphs().isEmpty()) {
      return false;
    }
    return lead || isNextItem(part) || Signatures.isSigned(current.paragraphs().getLast().tail());
  }

  private static boolean measured(RowFacts row) {
    return row.measure() > 0;
  }

  /// Short items, each behind the same mark: `▲…`, `▲…`.
  private boolean isNextItem(String part) {
    if (current.paragraphs().isEmpty() || !Glyphs.isBullet(part.charAt(0))) {
      return false;
    }
    if (current.above().stream().anyMatch(row -> Seams.isNotice(page.text(row)))) {
      return false;
    }
    Paragraph first = current.paragraphs().getFirst();
    boolean photo = part.charAt(0) == '▲' || part.charAt(0) == '▼';
    return (photo || first.text().charAt(0) == part.charAt(0))
        && current.paragraphs().getLast().ending() == Ending.CLOSED;
  }

  /// Whether row `i` goes on with the paragraph.
  private boolean goesOn(Paragraph paragraph, int i) {
    RowFacts row = page.row(i);
    if (page.isVerse(i)) {
      return false;
    }
    if (row.lead() > 0 || (Glyphs.isBullet(row.text().charAt(0)) && paragraph.ending().isEnd())) {
      return false;
    }
    Ending ending = paragraph.ending();
    if (page.isIndented() && measured(row) && row.row().indent() > 0) {
      return false;
    }
    if (!ending.isEnd()) {
      return !openings.mayOpen(row, paragraph.tail());
    }
    return row.row().gap() <= 0
        && row.row().indent() == 0
        && paragraph.rows().getLast() == i - 1
        && fillsColumn(paragraph, page.row(i - 1))
        && !opensParagraph(row, ending, i);
  }

  /// Whether the row above is a full line, so that the end mark need not end the paragraph. The
  /// first line is shorter where its indent is lost.
  private boolean fillsColumn(Paragraph paragraph, RowFacts above) {
    boolean first = paragraph.rows().size() == 1 && above.row().indent() == 0;
    return above.fits(first ? SLACK + INDENT : 2);
  }

  /// A mark at the end of a line may stand outside the column.
  private static boolean ending(RowFacts row) {
    return row.ending() != Ending.BARE;
  }

  /// Below a full line with an end mark: someone's words in a talk, a numbered item, or a line that
  /// is as much shorter as the lost indent and yet goes on below.
  private boolean opensParagraph(RowFacts row, Ending ending, int i) {
    if (page.isTalk(i)
        || TextSigns.isComplete(row.text())
        || (ending == Ending.ITEM && Seams.isNumbered(row.text()))) {
      return true;
    }
    boolean goesOnBelow = i + 1 < page.size() && page.gap(i + 1) <= 0 && row.isCut();
    int shorter = row.measure() - row.row().width() + (ending(row) ? 2 : 0);
    return goesOnBelow && shorter >= SLACK + (ending(row) ? 1 : 0) && shorter <= SLACK + INDENT;
  }
}
