package dev.broadsheet.enrich.byline;

import dev.broadsheet.enrich.byline.Names.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads a credit: names under the role before them, or before a role that follows them (李四 摄).
final class Credit {
  private static final String SLASHES = "/:";

  /// Roles that follow their names even where other names follow them.
  private static final Set<String> ALWAYS_BEHIND = Set.of("摄", "口述");

  private final String text;
  private final List<Group> groups = new ArrayList<>();
  private final List<Token> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private @Nullable Role role;
  private boolean pictures;
  private boolean marked;
  private int open;

  private Credit(String folded) {
    this.text = folded;
  }

  /// Persons of one role.
  ///
  /// @param role null where no role word stands by them
  /// @param pictures whether they took the pictures as well
  record Group(@Nullable Role role, boolean pictures, List<String> names) {}

  /// The groups of a folded credit in order; empty where it names nobody.
  static List<Group> read(String folded) {
    Credit credit = new Credit(folded);
    credit.scan();
    return credit.groups;
  }

  private void scan() {
    int i = 0;
    while (i < text.length()) {
      Role.Word found = roleAt(i);
      if (found != null) {
        i = takeRole(i, found);
      } else {
        takeCharacter(text.charAt(i));
        i++;
      }
    }
    endWord();
    endGroup();
  }

  private void takeCharacter(char c) {
    if (Folded.isHan(c) || c == '·' || Character.isLetter(c)) {
      word.append(c);
      return;
    }
    endWord();
    marked |= c != ' ';
  }

  private void endWord() {
    if (!word.isEmpty()) {
      words.add(new Token(word.toString(), marked));
      word.setLength(0);
      marked = false;
    }
  }

  private void endGroup() {
    List<String> names = Names.of(words);
    words.clear();
    if (!names.isEmpty() && role != Role.NONE) {
      groups.add(new Group(role, pictures || role == Role.BOTH, names));
    }
  }

  /// The role that holds where one stands upon another: 摄影:记者 李四, 文/图 记者 李四.
  private @Nullable Role follow(@Nullable Role before, Role next) {
    pictures = before == Role.BOTH;
    return before == Role.PHOTOGRAPHER || before == Role.NONE ? before : next;
  }

  private int takeRole(int i, Role.Word found) {
    int end = i + found.text().length();
    dropEmployer(i, found.role());
    endWord();
    if (isSuffix(i, end, found)) {
      endGroup();
      applyBehind(found.role());
      role = null;
      pictures = false;
      open = groups.size();
    } else {
      boolean named = !words.isEmpty();
      endGroup();
      role = named ? follow(null, found.role()) : follow(role, found.role());
      open = found.text().length() == 1 ? groups.size() : open;
    }
    marked = false;
    return end;
  }

  /// Drops the paper that is glued to a role (某某日报全媒体 记者): it is no person.
  private void dropEmployer(int i, Role next) {
    boolean glued = i > 0 && !word.isEmpty();
    if (glued && next != Role.PHOTOGRAPHER && !Names.isSureName(word.toString())) {
      word.setLength(0);
    }
  }

  /// Whether a role belongs to the names before it: 李四 摄, 李四/摄, 李四 文/图.
  private boolean isSuffix(int i, int end, Role.Word found) {
    boolean names = !words.isEmpty() || groups.size() > open;
    boolean behind = ALWAYS_BEHIND.contains(found.text());
    if (!names || found.role() == Role.CORRESPONDENT || (found.role() == Role.NONE && !behind)) {
      return false;
    }
    char next = charAt(end);
    if (SLASHES.indexOf(next) >= 0 && next != '\0') {
      return false;
    }
    boolean slashed = i > 0 && SLASHES.indexOf(text.charAt(i - 1)) >= 0;
    if (slashed || behind) {
      return true;
    }
    return !namesFollow(end);
  }

  private boolean namesFollow(int end) {
    for (int i = end; i < text.length(); i++) {
      if (Folded.isHan(text.charAt(i))) {
        return roleAt(i) == null;
      }
    }
    return false;
  }

  private void applyBehind(Role behind) {
    for (int i = open; i < groups.size(); i++) {
      Group group = groups.get(i);
      groups.set(
          i,
          switch (behind) {
            case PHOTOGRAPHER -> new Group(Role.PHOTOGRAPHER, true, group.names);
            case BOTH -> new Group(group.role, true, group.names);
            case NONE -> new Group(Role.NONE, false, group.names);
            case REPORTER, CORRESPONDENT ->
                new Group(group.role == null ? behind : group.role, group.pictures, group.names);
          });
    }
  }

  /// The role word at `i`; a single character is one only where a mark or an end makes it so, since
  /// 文 is a surname.
  private Role.@Nullable Word roleAt(int i) {
    int both = bothEnd(i);
    if (both > 0) {
      return new Role.Word(text.substring(i, both), Role.BOTH);
    }
    Role.Word found = Role.at(text, i);
    if (found == null || found.text().length() > 1) {
      return found;
    }
    char before = charAt(i - 1);
    char next = charAt(i + 1);
    boolean slashed = before == '/' || next == '/' || next == ':';
    boolean closes = next == '\0' || next == ')' || next == '。';
    if (found.text().equals("摄")) {
      return slashed || closes || !Folded.isHan(next) ? found : null;
    }
    return slashed || (closes && !Folded.isHan(before)) ? found : null;
  }

  /// Index behind 文/图, 图、文, 文/摄; -1 where they do not stand here.
  private int bothEnd(int i) {
    char first = text.charAt(i);
    char last = charAt(i + 2);
    boolean pair = (first == '文' && (last == '图' || last == '摄')) || (first == '图' && last == '文');
    if (!pair || "/、·&".indexOf(text.charAt(i + 1)) < 0) {
      return -1;
    }
    boolean ends = !Folded.isHan(charAt(i + 3)) || Role.at(text, i + 3) != null;
    return ends ? i + 3 : -1;
  }

  private char charAt(int i) {
    return i >= 0 && i < text.length() ? text.charAt(i) : '\0';
  }
}
