package dev.broadsheet.enrich.byline;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the credit behind a report head: （记者A B）, 记者A、通讯员B报道：, 记者 A.
final class LeadCredit {
  private static final int LONGEST = 120;

  /// Names that stand in brackets without a role.
  private static final int MOST_NAMES = 4;

  private static final List<String> SOURCES =
      List.of("来源:", "据", "转自", "原载", "摘自", "稿源:", "综合", "均据");

  private static final Set<String> REPORTS = Set.of("", "电", "讯", "消息", "报道", "稿", "供稿");

  private LeadCredit() {}

  /// A credit and whom it names.
  record Found(Excerpt place, List<Credit.Group> groups) {}

  /// The credit at `from`; null where there is none.
  ///
  /// @param headed whether a report head stands before it
  static @Nullable Found find(String text, int from, boolean headed) {
    int start = from;
    while (start < text.length() && " :·—-".indexOf(text.charAt(start)) >= 0) {
      start++;
    }
    if (start == text.length()) {
      return null;
    }
    if (text.charAt(start) == '(') {
      int close = text.indexOf(')', start);
      boolean near = close > 0 && close - start <= LONGEST;
      return near ? inside(text, new Excerpt(start + 1, close), headed) : null;
    }
    return open(text, start, headed);
  }

  /// A credit in brackets.
  private static @Nullable Found inside(String text, Excerpt brackets, boolean headed) {
    String words = brackets.of(text);
    List<Credit.Group> groups = Credit.read(words);
    boolean names = headed && isNames(words);
    return names || isCredit(words, groups) ? new Found(brackets, groups) : null;
  }

  /// Whether the words are a credit: a role stands at their start or behind names.
  static boolean isCredit(String folded) {
    return isCredit(folded, Credit.read(folded));
  }

  private static boolean isCredit(String folded, List<Credit.Group> groups) {
    boolean hasRole = false;
    for (Credit.Group group : groups) {
      hasRole |= group.role() != null;
    }
    return hasRole && folded.indexOf('。') < 0;
  }

  /// Whether the words are nothing but names: （张三 李四）.
  static boolean isNames(String folded) {
    String text = folded.strip();
    int start = behindGap(text, 0);
    if (start > 0 || text.isEmpty()) {
      return start == text.length() && start > 0;
    }
    for (int words = 0; start < text.length(); words++) {
      int end = start;
      while (end < text.length() && !isGap(text.charAt(end))) {
        end++;
      }
      if (words == MOST_NAMES || !Names.isSureName(text.substring(start, end))) {
        return false;
      }
      start = behindGap(text, end);
    }
    return true;
  }

  private static int behindGap(String text, int i) {
    int end = i;
    while (end < text.length() && isGap(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isGap(char c) {
    return c == ' ' || c == '、';
  }

  /// The agency that a closing bracket gives as its source; null where it gives none.
  static @Nullable String source(String folded) {
    String text = folded.replace(" ", "");
    for (String mark : SOURCES) {
      if (text.startsWith(mark)) {
        text = text.substring(mark.length()).strip();
        break;
      }
    }
    Paper.Agency agency = Paper.at(text, 0);
    ReportHead head = ReportHead.read(text);
    if (head != null) {
      return head.agency();
    }
    if (agency == null) {
      return null;
    }
    String rest = text.substring(agency.printed().length());
    return REPORTS.contains(rest) ? agency.name() : null;
  }

  /// A credit without brackets: up to 报道, or as far as words are roles and sure names.
  private static @Nullable Found open(String text, int start, boolean headed) {
    int role = roleNear(text, start);
    if (role < 0) {
      return null;
    }
    int report = text.indexOf("报道", start);
    if (report > 0 && report - start <= LONGEST) {
      Excerpt credit = new Excerpt(start, report);
      List<Credit.Group> groups = Credit.read(credit.of(text));
      if (isClean(credit.of(text), groups)) {
        return new Found(credit, groups);
      }
    }
    return headed ? strictRun(text, start) : null;
  }

  /// Index behind the first role word, which may follow the name of the paper; -1 where none does.
  private static int roleNear(String text, int start) {
    for (int i = start; i < Math.min(text.length(), start + 14); i++) {
      if (!Folded.isHan(text.charAt(i))) {
        return -1;
      }
      Role.Word role = Role.at(text, i);
      if (role != null && role.text().length() > 1) {
        return i + role.text().length();
      }
    }
    return -1;
  }

  /// Whether nothing but roles, names and the marks between them stands there.
  private static boolean isClean(String credit, List<Credit.Group> groups) {
    if (credit.chars().anyMatch(c -> "。“”\"!?《》".indexOf(c) >= 0)) {
      return false;
    }
    int named = groups.stream().flatMap(g -> g.names().stream()).mapToInt(String::length).sum();
    long han = credit.chars().filter(c -> Folded.isHan((char) c)).count();
    return named > 0 && named * 4L + 24 >= han && groups.stream().allMatch(g -> allSure(g));
  }

  private static boolean allSure(Credit.Group group) {
    return group.names().stream().allMatch(Names::isName);
  }

  private static @Nullable Found strictRun(String text, int start) {
    int end = start;
    int i = start;
    while (i < text.length()) {
      int word = i;
      while (word < text.length()
          && (Folded.isHan(text.charAt(word)) || text.charAt(word) == '·')) {
        word++;
      }
      if (word > i) {
        if (!isCreditWord(text.substring(i, word))) {
          break;
        }
        end = word;
      }
      if (word == text.length() || " 、,/".indexOf(text.charAt(word)) < 0) {
        break;
      }
      i = word + 1;
    }
    List<Credit.Group> groups = Credit.read(text.substring(start, end));
    return groups.isEmpty() ? null : new Found(new Excerpt(start, end), groups);
  }

  private static boolean isCreditWord(String word) {
    int role = roleNear(word, 0);
    String name = role > 0 ? word.substring(role) : word;
    return (role > 0 && name.isEmpty()) || (name.length() <= 4 && isCreditName(name));
  }

  private static boolean isCreditName(String name) {
    return name.length() == 1 || Names.isSureName(name);
  }
}
