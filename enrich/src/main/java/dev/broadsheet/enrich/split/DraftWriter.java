package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.page.Healing;
import dev.broadsheet.enrich.split.ArticleDraft.Head;
import dev.broadsheet.enrich.split.ArticleDraft.Jumps;
import dev.broadsheet.enrich.split.Assembly.Cut;
import dev.broadsheet.enrich.split.HeadLines.Line;
import dev.broadsheet.enrich.split.HeadParts.Parts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes one article from its rows and enters them in the ledger.
final class DraftWriter {
  private static final int LONGEST_PHOTO_STORY = 400;
  private static final String REPEATS = "repeats the text";

  private final Page page;
  private final Cut cut;
  private final int article;
  private final Ledger ledger;
  private final List<String> flags = new ArrayList<>();
  private final List<String> captions = new ArrayList<>();
  private final List<Integer> jumps = new ArrayList<>();
  private final Set<Integer> columns = new LinkedHashSet<>();
  private final PullQuotes quotes;

  DraftWriter(Page page, Cut cut, int article, Ledger ledger) {
    this.page = page;
    this.cut = cut;
    this.article = article;
    this.ledger = ledger;
    this.quotes = new PullQuotes(cut.bodies);
  }

  ArticleDraft write() {
    sign();
    cut.jumps.forEach(this::jump);
    cut.columns.forEach(this::column);
    List<String> paragraphs = paragraphs();
    if (isPhotoStory(paragraphs)) {
      captions.addAll(paragraphs);
    }
    Head head = head();
    List<String> bylines = bylines();
    if (!paragraphs.isEmpty() && head.headline() == null) {
      flags.add("headline_lost");
    }
    return new ArticleDraft(head, bylines, paragraphs, captions, jumps(), flags);
  }

  /// A person's name alone between headline and text is who wrote it.
  private void sign() {
    if (cut.bodies.isEmpty() || cut.display.size() < 2 || !cut.bylines.isEmpty()) {
      return;
    }
    int row = cut.display.getLast();
    if (row + 1 == cut.firstRow() && PersonNames.isName(HeadParts.clean(page.text(row)))) {
      cut.display.removeLast();
      cut.bylines.add(row);
    }
  }

  private List<String> paragraphs() {
    List<String> paragraphs = new ArrayList<>();
    for (Stretch body : cut.bodies) {
      body.insets().forEach(row -> (page.pointer(row) != null ? jumps : columns).add(row));
      for (int row : body.captions()) {
        captions.add(Healing.line(page.text(row)));
        ledger.enter(row, Role.CAPTION, article, "name in a row of names");
      }
      enter(body.paragraphs(), paragraphs);
    }
    List.copyOf(jumps).forEach(this::point);
    List.copyOf(columns).forEach(this::column);
    return paragraphs;
  }

  private void enter(List<Paragraph> body, List<String> paragraphs) {
    boolean notice = false;
    for (int row : cut.display) {
      notice |= Seams.isNotice(page.text(row));
    }
    List<Role> roles = BodyRoles.of(body, notice);
    for (int i = 0; i < body.size(); i++) {
      Paragraph paragraph = body.get(i);
      Role role = roles.get(i);
      if (role == Role.CROSSHEAD && PullQuotes.isAbove(body, i)) {
        paragraph.rows().forEach(row -> ledger.enter(row, Role.PULL_QUOTE, article, REPEATS));
        continue;
      }
      paragraphs.add(paragraph.text());
      paragraph.rows().forEach(row -> ledger.enter(row, role, article, paragraph.why()));
    }
  }

  /// The text of a photo: short, without a 讯头, a photographer named behind it.
  private boolean isPhotoStory(List<String> paragraphs) {
    int length = paragraphs.stream().mapToInt(String::length).sum();
    if (paragraphs.isEmpty()
        || length > LONGEST_PHOTO_STORY
        || Leads.isLead(paragraphs.getFirst())) {
      return false;
    }
    return BylineRows.endsWithCredit(paragraphs.getLast())
        || cut.bylines.stream().map(page::text).anyMatch(BylineRows::isPhotoCredit);
  }

  private void jump(int row) {
    jumps.add(row);
    point(row);
  }

  private void point(int row) {
    Pointers pointer = page.pointer(row);
    boolean see = pointer != null && pointer.kind() == Pointers.Kind.SEE;
    ledger.enter(row, see ? Role.POINTER : Role.JUMP, article, "points to a page");
  }

  /// What repeats the body is no part of the article a second time.
  private void column(int row) {
    if (quotes.isQuote(Healing.line(page.text(row)))) {
      ledger.enter(row, Role.PULL_QUOTE, article, REPEATS);
      columns.remove(row);
      return;
    }
    ledger.enter(row, Role.COLUMN, article, "display inside a sentence");
    columns.add(row);
  }

  private Head head() {
    List<Line> lines = new ArrayList<>();
    for (int row : cut.display) {
      lines.add(
          new Line(
              row,
              HeadParts.clean(page.text(row)),
              page.gap(row),
              cut.pull.getOrDefault(row, 0.0),
              row > 0 && page.pairs().across(page.text(row - 1), page.text(row)) > 0));
      double pull = cut.pull.getOrDefault(row, 0.0);
      ledger.enter(
          row, Role.HEADLINE, article, "display, shared words " + Math.round(pull * 10) / 10.0);
    }
    String logo = columns.isEmpty() ? null : join(List.copyOf(columns));
    if (lines.isEmpty()) {
      return new Head(null, null, List.of(), logo);
    }
    Parts parts = HeadParts.of(lines);
    parts.kickers().forEach(row -> ledger.enter(row, Role.KICKER, article, "above the headline"));
    parts.subheads().forEach(row -> ledger.enter(row, Role.SUBHEAD, article, "below the headline"));
    parts.columns().forEach(row -> ledger.enter(row, Role.COLUMN, article, "standing title"));
    Head head = parts.head();
    return new Head(
        head.headline(),
        head.kicker(),
        head.subheads(),
        head.column() != null ? head.column() : logo);
  }

  private String join(List<Integer> rows) {
    List<String> texts = new ArrayList<>();
    rows.forEach(row -> texts.add(Healing.line(page.text(row))));
    return String.join(" ", texts);
  }

  private List<String> bylines() {
    List<String> bylines = new ArrayList<>();
    for (int row : cut.bylines) {
      String text = page.text(row);
      bylines.add(Healing.line(BylineRows.unmarked(text)));
      boolean photo = BylineRows.isPhotoCredit(text);
      ledger.enter(row, photo ? Role.CREDIT : Role.BYLINE, article, "names who wrote");
    }
    return bylines;
  }

  private Jumps jumps() {
    Integer on = null;
    Integer from = null;
    Integer see = null;
    for (int row : jumps) {
      Pointers pointer = page.pointer(row);
      if (pointer == null) {
        continue;
      }
      switch (pointer.kind()) {
        case ON -> on = first(on, pointer.page());
        case FROM -> from = first(from, pointer.page());
        case SEE -> see = first(see, pointer.page());
      }
    }
    return new Jumps(on, from, see);
  }

  private static @Nullable Integer first(@Nullable Integer a, @Nullable Integer b) {
    return a != null ? a : b;
  }
}
