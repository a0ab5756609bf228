package dev.broadsheet.enrich.subject;

/// What kind of article it is.
public enum Genre {
  NEWS("news"),
  COMMENTARY("commentary"),
  FEATURE("feature"),
  INTERVIEW("interview"),
  PHOTO("photo"),
  BRIEF("brief"),
  NOTICE("notice"),
  TEASER("teaser"),
  PROMO("promo");

  private final String code;

  Genre(String code) {
    this.code = code;
  }

  /// As documents carry it.
  public String code() {
    return code;
  }
}
