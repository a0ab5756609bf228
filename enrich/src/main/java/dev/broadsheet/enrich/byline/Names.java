package dev.broadsheet.enrich.byline;

import dev.broadsheet.enrich.lexicon.Surnames;
import dev.broadsheet.enrich.lexicon.WordTable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Makes names of persons out of the words of a credit: closes padded names (董 浩), parts names that
/// are set without a gap, leaves offices out.
final class Names {
  private static final Set<String> NOT_NAMES = words("not-names.tsv");

  /// How offices and firms end; a person may be called so only with a surname before.
  private static final String OFFICE_END = "局部委办社院司心校学队所厅会镇乡县市区村道台网报站科处室团组行场馆厂协联庭";

  private static final String SURE_OFFICE_END = "局部委办院厅社";
  private static final List<String> TITLES =
      List.of("老师", "先生", "女士", "经理", "主任", "师傅", "律师", "医生", "同志");
  private static final int MOST_GLUED = 24;

  private Names() {}

  /// A word and whether a mark (、) rather than a gap stands before it.
  record Token(String text, boolean marked) {}

  /// The names in a run of words between two roles.
  static List<String> of(List<Token> tokens) {
    List<String> names = new ArrayList<>();
    List<Token> group = new ArrayList<>();
    for (Token token : tokens) {
      if (token.marked) {
        addGroup(group, names);
        group.clear();
      }
      group.add(token);
    }
    addGroup(group, names);
    return names;
  }

  private static void addGroup(List<Token> group, List<String> names) {
    for (String word : closeUp(group.stream().map(Token::text).toList())) {
      String plain = word.endsWith("等") && word.length() > 2 ? dropLast(word) : word;
      if (isName(plain)) {
        names.add(plain);
      } else {
        names.addAll(part(plain));
      }
    }
  }

  private static String dropLast(String word) {
    return word.substring(0, word.length() - 1);
  }

  /// Joins single characters: two to a padded name, a lone one to the cut name beside it.
  private static List<String> closeUp(List<String> words) {
    List<String> closed = new ArrayList<>();
    int i = 0;
    while (i < words.size()) {
      int run = i;
      while (run < words.size() && words.get(run).length() == 1) {
        run++;
      }
      if (run == i) {
        closed.add(words.get(i++));
      } else {
        i = closeRun(words, i, run, closed);
      }
    }
    return closed;
  }

  private static int closeRun(List<String> words, int from, int to, List<String> closed) {
    int i = from;
    if (to - from == 1) {
      return closeLone(words, from, closed);
    }
    if ((to - from) % 2 == 1) {
      closed.add(words.get(i) + words.get(i + 1) + words.get(i + 2));
      i += 3;
    }
    for (; i < to; i += 2) {
      closed.add(words.get(i) + words.get(i + 1));
    }
    return to;
  }

  private static int closeLone(List<String> words, int i, List<String> closed) {
    String lone = words.get(i);
    boolean cutBefore = !closed.isEmpty() && closed.getLast().length() == 2;
    boolean cutBehind = i + 1 < words.size() && words.get(i + 1).length() == 2;
    if (cutBehind && Surnames.contains(lone) && !startsWithSurname(words.get(i + 1))) {
      closed.add(lone + words.get(i + 1));
      return i + 2;
    }
    if (cutBefore) {
      closed.set(closed.size() - 1, closed.getLast() + lone);
      return i + 1;
    }
    closed.add(cutBehind ? lone + words.get(i + 1) : lone);
    return cutBehind ? i + 2 : i + 1;
  }

  /// Whether a word can be a name where a credit says that names stand.
  static boolean isName(String word) {
    int length = length(word);
    if (length < 2 || NOT_NAMES.contains(word) || isTitled(word) || Paper.endsAsPaper(word)) {
      return false;
    }
    if (word.indexOf('·') > 0) {
      return length <= 20;
    }
    char last = word.charAt(length - 1);
    if (SURE_OFFICE_END.indexOf(last) >= 0 && !(length <= 3 && startsWithSurname(word))) {
      return false;
    }
    if (length <= 3) {
      return true;
    }
    return length == 4 && Surnames.contains(word.substring(0, 2));
  }

  /// Whether a word is a name even where nothing says that names stand.
  static boolean isSureName(String word) {
    int length = length(word);
    boolean formed =
        length >= 2
            && ((length <= 3 && startsWithSurname(word))
                || (length == 4 && Surnames.contains(word.substring(0, 2)))
                || word.indexOf('·') > 0);
    return formed && isName(word);
  }

  /// In code points: rare characters of names are surrogate pairs.
  private static int length(String word) {
    return word.codePointCount(0, word.length());
  }

  /// 白老师, 王先生: how a person is spoken of, not a name.
  private static boolean isTitled(String word) {
    for (String title : TITLES) {
      if (word.endsWith(title)) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWithSurname(String word) {
    return Surnames.contains(word.substring(0, 1));
  }

  /// Parts 李超刘祥龙 at its surnames; empty where that cannot be done, as with an office.
  private static List<String> part(String glued) {
    int length = glued.length();
    boolean office = length > 0 && OFFICE_END.indexOf(glued.charAt(length - 1)) >= 0;
    if (length < 4 || length > MOST_GLUED || office || !startsWithSurname(glued)) {
      return List.of();
    }
    List<String> names = new ArrayList<>();
    int i = 0;
    while (i < length) {
      int step = step(glued, i);
      if (step == 0) {
        return List.of();
      }
      names.add(glued.substring(i, i + step));
      i += step;
    }
    return names;
  }

  /// Length of the name at `i`: three characters if a surname or the end follows, else two.
  private static int step(String glued, int i) {
    int[] steps =
        i == 0 && Surnames.contains(glued.substring(0, 2)) ? new int[] {4, 3} : new int[] {3, 2};
    for (int step : steps) {
      int next = i + step;
      boolean ends = next == glued.length();
      boolean goesOn = next + 2 <= glued.length() && startsWithSurname(glued.substring(next));
      if (ends || goesOn) {
        return step;
      }
    }
    return 0;
  }

  private static Set<String> words(String table) {
    Set<String> words = new HashSet<>();
    WordTable.rows(Names.class, table, 1).forEach(row -> words.add(row.get(0)));
    return Set.copyOf(words);
  }
}
