package dev.broadsheet.enrich.subject;

import dev.broadsheet.enrich.lexicon.TermFile;
import dev.broadsheet.enrich.split.ArticleDraft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Tells an article's genre from its form: its parts, its credits and words that give it away.
///
/// Immutable, safe to share.
public final class GenreClassifier {
  /// Characters without white space up to which a report is a brief.
  private static final int BRIEF = 90;

  /// Characters up to which a captioned picture's text is a photo story, a pointer's a teaser.
  private static final int PHOTO = 420;

  /// Characters from which an unfiled report with crossheads is a feature, and one is so by
  /// itself.
  private static final int SECTIONED = 700;

  private static final int LONG = 1400;

  /// Characters from which what is signed but not filed is a feature.
  private static final int SIGNED = 200;
  private static final int CROSSHEADS = 2;

  /// Turns of argument that make a commentary, and characters for each.
  private static final int TURNS = 4;

  private static final int CHARACTERS_A_TURN = 200;

  private final GenreWords words;
  private final LiterarySignal literature;

  private GenreClassifier(GenreWords words, LiterarySignal literature) {
    this.words = words;
    this.literature = literature;
  }

  /// A classifier with the word lists that are shipped with the program.
  public static GenreClassifier load() {
    return new GenreClassifier(
        new GenreWords(TermFile.resource("/topics/genres.terms")), LiterarySignal.load());
  }

  /// The genre of an article.
  ///
  /// @param agency whose report it is; null when the text does not say
  public Genre classify(ArticleDraft draft, @Nullable String agency) {
    GenreForm form = GenreForm.of(draft, agency, words);
    boolean pictured = words.has("photo-credit", form.credits());
    if (form.length() == 0) {
      return pictured && !draft.captions().isEmpty() ? Genre.PHOTO : Genre.TEASER;
    }
    boolean reported = form.filed() || words.count("report-body", form.body(), form.opening()) > 0;
    if (isNotice(form, reported)) {
      return Genre.NOTICE;
    }
    if (draft.jumps().refersTo() != null && form.length() < PHOTO && !reported) {
      return Genre.TEASER;
    }
    if (isSignedComment(form)) {
      return Genre.COMMENTARY;
    }
    if (isInterview(form)) {
      return Genre.INTERVIEW;
    }
    if (pictured && !form.filed() && form.length() <= PHOTO) {
      return Genre.PHOTO;
    }
    boolean essay =
        !reported
            && literature
                .of(List.of(form.body().letters()), draft.paragraphs().size())
                .isLiterature();
    return essay ? Genre.FEATURE : ofLongForm(form, reported);
  }

  private boolean isNotice(GenreForm form, boolean reported) {
    if (form.filed()) {
      return false;
    }
    boolean headed = words.has("notice-head", form.head()) && form.length() < SECTIONED;
    return (headed && !reported) || words.count("notice-body", form.body()) > (reported ? 1 : 0);
  }

  private boolean isSignedComment(GenreForm form) {
    return words.has("commentary-head", form.column())
        || (words.has("commentary-head", form.head()) && !form.filed())
        || words.has("commentary-credit", form.credits());
  }

  /// A filed report quotes answers too: it takes two signs there.
  private boolean isInterview(GenreForm form) {
    return words.has("interview-head", form.head())
        || words.has("interview-head", form.column())
        || words.count("interview-body", form.body()) > (form.filed() ? 1 : 0);
  }

  private Genre ofLongForm(GenreForm form, boolean reported) {
    if (words.has("promo-body", form.body()) || words.has("promo-head", form.column())) {
      return Genre.PROMO;
    }
    if (words.has("promo-credit", form.credits())) {
      return form.length() > LONG ? Genre.FEATURE : Genre.PROMO;
    }
    if (!form.filed() && isFeature(form)) {
      return Genre.FEATURE;
    }
    if (!reported && isArgued(form)) {
      return Genre.COMMENTARY;
    }
    boolean signed = form.credits().isPrinted() && !reported && form.length() > SIGNED;
    if (!form.filed() && (signed || form.length() > LONG)) {
      return Genre.FEATURE;
    }
    return form.length() <= BRIEF ? Genre.BRIEF : Genre.NEWS;
  }

  private boolean isFeature(GenreForm form) {
    return words.has("feature-head", form.head())
        || words.has("feature-head", form.column())
        || (form.crossheads() >= CROSSHEADS && form.length() > SECTIONED);
  }

  private boolean isArgued(GenreForm form) {
    int turns = words.count("argument-body", form.body());
    return turns >= TURNS && turns * CHARACTERS_A_TURN > form.length();
  }
}
