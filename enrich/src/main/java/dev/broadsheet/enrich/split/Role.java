package dev.broadsheet.enrich.split;

/// What a stretch of a page is.
public enum Role {
  BLANK,
  MASTHEAD,
  BANNER,
  COLOPHON,
  COLUMN,
  KICKER,
  HEADLINE,
  SUBHEAD,
  CROSSHEAD,
  BYLINE,
  BODY,
  CAPTION,
  CREDIT,
  JUMP,
  POINTER,
  PULL_QUOTE,
  NOTICE,
  LIST;

  /// Whether it belongs to the page and to no article.
  public boolean isFurniture() {
    return this == MASTHEAD || this == BANNER || this == COLOPHON;
  }
}
