package dev.broadsheet.enrich.date;

/// The year of an expression, as far as its words say.
///
/// @param value the year itself, the distance from the reference year, or the place in the cycle
///     of sixty (0 is 甲子), depending on the kind
record YearRef(Kind kind, int value) {
  /// Where the year comes from.
  enum Kind {
    /// Not said: taken from what stands before, or from the issue.
    OPEN,
    /// 2025年
    ABSOLUTE,
    /// 去年: counted from the issue.
    OFFSET,
    /// 上年, 同年, 次年: counted from the year that the text spoke of last.
    CARRIED,
    /// 乙巳年
    SEXAGENARY
  }

  static final YearRef OPEN = new YearRef(Kind.OPEN, 0);

  static YearRef of(int year) {
    return new YearRef(Kind.ABSOLUTE, year);
  }

  static YearRef offset(int years) {
    return new YearRef(Kind.OFFSET, years);
  }

  static YearRef carried(int years) {
    return new YearRef(Kind.CARRIED, years);
  }

  static YearRef sexagenary(int index) {
    return new YearRef(Kind.SEXAGENARY, index);
  }

  boolean isOpen() {
    return kind == Kind.OPEN;
  }
}
