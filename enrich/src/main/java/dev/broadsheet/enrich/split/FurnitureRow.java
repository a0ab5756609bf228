package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.page.Glyphs;
import dev.broadsheet.enrich.page.LetterSpacing;
import dev.broadsheet.enrich.split.FurnitureTokens.Kind;
import dev.broadsheet.enrich.split.FurnitureTokens.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.Matcher;

/// A short row read as masthead, banner or colophon: its tokens and what they leave over.
///
/// @param tokens in order of their kinds
/// @param rest letters and digits that no token took, a space where a token was
/// @param share of the letters and digits that tokens took, 0 to 1
record FurnitureRow(List<Token> tokens, String rest, double share) {
  private static final int LONGEST = 140;
  private static final FurnitureRow NONE = new FurnitureRow(List.of(), "", 0);

  /// The reading of a row; without tokens when the row is too long or has an end of a sentence.
  static FurnitureRow of(String row) {
    if (row.length() > LONGEST
        || row.indexOf('。') >= 0
        || row.indexOf('，') >= 0
        || (row.length() < 2 && !Glyphs.isDigit(row.charAt(0)))) {
      return NONE;
    }
    String text = LetterSpacing.close(Glyphs.fold(row));
    text = (text.contains("  ") ? text.replaceAll(" {2,}", " ") : text).strip();
    int letters = letters(text);
    if (letters == 0) {
      return NONE;
    }
    String rest = text;
    List<Token> tokens = new ArrayList<>();
    for (Kind kind : Kind.of(text)) {
      boolean context = !tokens.isEmpty() || !kind.needsContext() || isBanner(kind, text);
      if (context) {
        rest = take(kind, rest, tokens);
      }
    }
    int left = tokens.isEmpty() ? letters : letters(rest);
    return new FurnitureRow(tokens, clean(rest), (letters - left) / (double) letters);
  }

  /// Kinds of token; several of them make a masthead row out of a weak one.
  int kinds() {
    if (tokens.size() < 2) {
      return tokens.size();
    }
    EnumSet<Kind> kinds = EnumSet.noneOf(Kind.class);
    tokens.forEach(token -> kinds.add(token.kind()));
    return kinds.size();
  }

  /// How many tokens of a kind are on the row.
  int count(Kind kind) {
    int count = 0;
    for (Token token : tokens) {
      count += token.kind() == kind ? 1 : 0;
    }
    return count;
  }

  /// Takes the tokens of a kind out of what is left of a row, and returns what they leave.
  private static String take(Kind kind, String text, List<Token> tokens) {
    Matcher matcher = kind.pattern.matcher(text);
    if (!matcher.find()) {
      return text;
    }
    char[] rest = text.toCharArray();
    do {
      if (matcher.end() > matcher.start()) {
        tokens.add(new Token(kind, matcher.start(), matcher.end(), groups(matcher)));
        Arrays.fill(rest, matcher.start(), matcher.end(), '\u0001');
      }
    } while (matcher.find());
    return new String(rest);
  }

  private static List<String> groups(Matcher matcher) {
    List<String> groups = new ArrayList<>(matcher.groupCount() + 1);
    for (int i = 0; i <= matcher.groupCount(); i++) {
      String group = matcher.group(i);
      groups.add(group == null ? "" : group.strip());
    }
    return groups;
  }

  /// `2 要闻 某某日报`, `某某日报 要闻 2`: the number of a page tells nothing alone, but with the name
  /// of the paper; nor does that without a number.
  private static boolean isBanner(Kind kind, String text) {
    if (text.length() > 20) {
      return false;
    }
    return kind == Kind.PAGE_BARE
        ? text.length() <= 16 && text.endsWith("报")
        : Glyphs.isDigit(text.charAt(text.length() - 1)) && text.contains("报 ");
  }

  private static int letters(String text) {
    int letters = 0;
    for (int i = 0; i < text.length(); i++) {
      letters += Glyphs.isLetterOrDigit(text.charAt(i)) ? 1 : 0;
    }
    return letters;
  }

  private static String clean(String rest) {
    StringBuilder out = new StringBuilder(rest.length());
    for (int i = 0; i < rest.length(); i++) {
      char c = rest.charAt(i);
      boolean letter = Glyphs.isLetterOrDigit(c);
      if (letter) {
        out.append(c);
      } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
    }
    return out.toString().strip();
  }

  boolean has(Kind kind) {
    for (Token token : tokens) {
      if (token.kind() == kind) {
        return true;
      }
    }
    return false;
  }

  /// Whether nothing but furniture is on the row, give or take a short word.
  boolean isFurniture() {
    return share >= 0.55 && rest.replace(" ", "").length() <= 10 && !tokens.isEmpty();
  }

  /// Kinds that no line of an article has.
  boolean isCertain() {
    return has(Kind.SERIAL)
        || has(Kind.POSTAL)
        || has(Kind.ORGAN)
        || has(Kind.EMAIL)
        || has(Kind.PUBLISHER);
  }
}
