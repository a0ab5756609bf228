package dev.broadsheet.enrich.date;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Picks the day of the main event from the dates of a body.
///
/// It stands in the lead: the first day there that is neither the day of filing (12月2日电), nor
/// when the reporter was told of it (昨日，记者从…获悉), nor a limit (截至3月10日), nor that
/// of an earlier report (本报3月5日以《…》为题).
final class EventDay {
  /// The lead is the first paragraph, and those that begin within this many characters.
  private static final int LEAD = 120;

  /// A day farther from the issue is history or a plan.
  private static final int NEAR_DAYS = 400;

  private static final int CLAUSE = 40;
  private static final List<String> TOLD = List.of("获悉", "了解到", "得知", "悉，", "悉,", "传来");
  private static final List<String> LIMITS = List.of("截至", "截止", "截止到", "截至到");
  private static final List<String> AFTER_LIMIT = List.of("前", "之前", "以前", "止", "底");
  private static final List<String> VAGUE = List.of("近日", "日前", "近期", "连日来", "连日");
  private static final List<String> POWER =
      List.of("力", "影", "视", "商", "子", "器", "梯", "动", "网", "价", "量", "费", "站", "脑", "话", "缆", "池");

  private EventDay() {}

  static @Nullable String of(Squeezed text, List<Dated> dated, Reference reference) {
    int lead = leadEnd(text);
    Span told = null;
    Span filed = null;
    Span feast = null;
    for (Dated date : dated) {
      if (date.start() >= lead) {
        break;
      }
      if (!date.isEventLike() || !isNear(date.span(), reference)) {
        continue;
      }
      if (isFiling(text, date.end())) {
        filed = filed == null ? date.span() : filed;
      } else if (isTold(text, date.end())) {
        told = told == null ? date.span() : told;
      } else if (date.expression() instanceof Expression.Feast) {
        feast = feast == null ? date.span() : feast;
      } else if (!isLimit(text, date.start(), date.end())) {
        return date.span().value();
      }
    }
    told = told == null ? feast : told;
    if (told != null) {
      return told.value();
    }
    return filed == null || isVague(text, lead) ? null : filed.value();
  }

  /// Whether the lead puts its event on no day in particular: the day of filing is not its day.
  private static boolean isVague(Squeezed text, int lead) {
    for (int i = 0; i < Math.min(lead, LEAD); i++) {
      if (Surroundings.startsWithAny(text, i, VAGUE)) {
        return true;
      }
    }
    return false;
  }

  /// Whether the report was filed on the day that ends before `i`: 12月2日电, 3月5日讯.
  static boolean isFiling(Squeezed text, int i) {
    char c = text.at(i);
    return (c == '讯' && text.at(i + 1) != '问')
        || (c == '电' && !Surroundings.startsWithAny(text, i + 1, POWER));
  }

  private static int leadEnd(Squeezed text) {
    for (int i = 1; i < text.length(); i++) {
      if (i > LEAD && text.isLineStart(i)) {
        return i;
      }
    }
    return text.length();
  }

  private static boolean isNear(Span span, Reference reference) {
    LocalDate pivot = reference.pivot();
    return pivot == null || Math.abs(ChronoUnit.DAYS.between(span.from(), pivot)) <= NEAR_DAYS;
  }

  private static boolean isTold(Squeezed text, int end) {
    for (int i = end; i < end + CLAUSE && i < text.length(); i++) {
      if (text.at(i) == '。' || text.at(i) == '：' || text.at(i) == ':') {
        return false;
      }
      if (Surroundings.startsWithAny(text, i, TOLD)) {
        return true;
      }
    }
    return false;
  }

  /// Whether a day is a limit or that of an earlier report, and so not of this one.
  static boolean isLimit(Squeezed text, int start, int end) {
    return Surroundings.startsWithAny(text, start - 2, LIMITS)
        || Surroundings.startsWithAny(text, start - 3, LIMITS)
        || Surroundings.startsWithAny(text, end, AFTER_LIMIT)
        || text.startsWith(end, "以《");
  }
}
