package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.page.Ending;
import dev.broadsheet.enrich.page.Glyphs;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Evidence on what a paragraph does with an article: go on with it as a new paragraph, go on with
/// its last sentence, or neither. In units of log odds against a new article.
final class Junctions {
  /// What news opens with: `近日，`, `8月3日，`, `记者从某局获悉`.
  private static final Pattern NEWS =
      Pattern.compile("记者.{0,4}从.{2,24}(?:获悉|了解)|(?:近日|近期|日前|昨日|今日|昨天|今天|\\d日)[，,]|为题");

  /// What leads on from the paragraph before.
  private static final Pattern LEADS_ON =
      Pattern.compile(
          "^(?:[他她它](?!山)|这(?!座城)|那(?!年)|此|同时|据介绍|据了解|据悉|目前|另外|其中|对此|为此|随后|接着|与此同时|下一步|接下来|如今|会上|会议|"
              + "活动|当天|现场|针对|不仅|而|但|可|于是|不过|其|该|两|谈|说到|除了|有了)");

  private static final Pattern LAST_LINES =
      Pattern.compile(
          "^(?:特此(?:公告|通告|通知|声明|公示)|(?:联系|咨询|服务|监督|举报|报名|办公)(?:人|电话|热线|地址|方式|邮箱)?[：:]|(?:地址|电话|邮编|传真|邮箱)[：:])");

  private static final int HEAD = 40;
  private static final int LAST_LINE = 60;

  /// What a block shows whatever it may go on with.
  private record Signs(
      boolean isPicture,
      boolean isDated,
      double opening,
      String label,
      double heads,
      boolean isCredited) {}

  private final Page page;
  private final Vocabulary vocabulary;
  private final Cohesion cohesion;
  private final Openings openings;
  private final Parallels parallels;

  /// What was found about one block: many readings of the page ask for the same.
  private @Nullable Block asked;

  private @Nullable Signs signs;
  private final Map<Strand, Double> words = new IdentityHashMap<>();
  private final Map<Strand, Double> goesOn = new IdentityHashMap<>();

  Junctions(Page page, Vocabulary vocabulary, List<Block> blocks) {
    this.page = page;
    this.vocabulary = vocabulary;
    this.cohesion = new Cohesion(blocks, vocabulary);
    this.openings = new Openings(page.rows());
    this.parallels = new Parallels(page.rows());
  }

  private Signs signs(Block next) {
    Signs known = next == asked ? signs : null;
    if (known == null) {
      asked = next;
      words.clear();
      goesOn.clear();
      String text = next.text();
      known =
          new Signs(
              Openings.isPicture(text),
              Openings.isDated(text),
              opening(text),
              label(text),
              heads(next),
              isCredited(next));
      signs = known;
    }
    return known;
  }

  /// A new paragraph of the strand, directly below its last one.
  double goesOn(Strand strand, Block next) {
    signs(next);
    Double known = goesOn.get(strand);
    if (known == null) {
      known = weighGoingOn(strand, next);
      goesOn.put(strand, known);
    }
    return known;
  }

  private double weighGoingOn(Strand strand, Block next) {
    if (next.paragraph().isLead()) {
      return -9;
    }
    double score =
        next.above().isEmpty() ? inside(strand, next) : across(strand, next, displays(next));
    score += 2 * words(strand, next);
    score -= strand.last().isOpen() ? 1.2 : 0;
    score -= Signatures.isSigned(strand.last().paragraph().tail()) ? 3 : 0;
    score += next.above().isEmpty() ? signs(next).opening() : headed(next.text());
    score += bothDated(strand, next) ? 1.2 : 0;
    score += isLastLine(next.text()) ? 3 : 0;
    double turn = turn(strand, next);
    return score + (turn == 0 && isTalk(next) ? -1.5 : turn);
  }

  /// Items of a chronicle: a date after a date is no news.
  private boolean bothDated(Strand strand, Block next) {
    return next.above().isEmpty()
        && signs(next).isDated()
        && Openings.isDated(strand.last().text());
  }

  private static double headed(String text) {
    boolean news = NEWS.matcher(text.substring(0, Math.min(HEAD, text.length()))).find();
    return (news ? -1.2 : 0) - (Openings.isPicture(text) ? 2 : 0);
  }

  /// `联系电话：…`, `某某局 2023年4月5日`: the lines below a notice.
  private static boolean isLastLine(String text) {
    return text.length() <= LAST_LINE
        && (LAST_LINES.matcher(text).lookingAt() || TextSigns.isSigned(text));
  }

  private boolean isTalk(Block next) {
    return page.isTalk(next.paragraph().rows().getFirst());
  }

  /// Questions and answers: a speaker who has spoken before goes on.
  private double turn(Strand strand, Block next) {
    String label = signs(next).label();
    if (label.isEmpty()) {
      return 0;
    }
    Strand at = strand;
    for (int i = 0; i < 6 && at != null; i++, at = at.before()) {
      if (at.last().text().startsWith(label)) {
        return 2.5;
      }
    }
    return 0;
  }

  /// `记者：`, `问：`; empty without.
  private static String label(String text) {
    for (int i = 0; i < Math.min(6, text.length()); i++) {
      char c = text.charAt(i);
      if (c == '：' || c == ':') {
        return text.substring(0, i);
      }
      if (!Glyphs.isHan(c)) {
        return "";
      }
    }
    return "";
  }

  private double words(Strand strand, Block next) {
    signs(next);
    Double known = words.get(strand);
    if (known == null) {
      known = weighWords(strand, next);
      words.put(strand, known);
    }
    return known;
  }

  private double weighWords(Strand strand, Block next) {
    return (cohesion.back(strand, next.index()) + 0.5 * cohesion.ahead(strand, next.index())) * 10;
  }

  private double inside(Strand strand, Block next) {
    String tail = strand.last().paragraph().tail();
    double score = 1.6;
    score -= next.parted() ? 4 : 0;
    score += strand.last().paragraph().ending() == Ending.ITEM ? 2 : 0;
    score -= SoftCuts.isLastWord(tail) ? 1.4 : 0;
    score -= BylineRows.endsWithCredit(tail) ? 3 : 0;
    return score + (strand.isLed() ? 0.3 : 0);
  }

  private static double opening(String text) {
    String head = Glyphs.fold(text.substring(0, Math.min(HEAD, text.length())));
    double score = Openings.isDay(text) ? -1.2 : Openings.isDated(text) ? -0.5 : 0;
    score -= NEWS.matcher(head).find() ? 1 : 0;
    score += LEADS_ON.matcher(head).find() ? 0.9 : 0;
    score += RowFacts.isSpeech(text) ? 0.6 : 0;
    return score - (Openings.isPicture(text) ? 2 : 0);
  }

  private List<String> displays(Block next) {
    return next.above().stream().filter(page::isDisplay).map(page::text).toList();
  }

  private double across(Strand strand, Block next, List<String> displays) {
    double score = -1.1;
    long bylines = next.above().stream().filter(page::isByline).count();
    score -= Math.min(2, bylines) * 1.5 + (bylines > 0 && !displays.isEmpty() ? 2 : 0);
    score -= strand.isLed() ? 0.7 : 0;
    if (displays.isEmpty()) {
      return score;
    }
    int characters = displays.stream().mapToInt(String::length).sum();
    int longest = displays.stream().mapToInt(String::length).max().orElse(0);
    boolean captions = Seams.captions(displays.size(), longest);
    score -= captions ? -3 : displays.size() == 1 ? 0 : displays.size() == 2 ? 0.8 : 2;
    score -= captions ? 0 : Math.max(0, characters - 10) * 0.06;
    for (String display : displays) {
      score += isSlogan(display) ? 2 : 0;
      score += parallels.isParallel(display) ? 4 : 0;
      score += Seams.isNumbered(display) ? 4 : 0;
      score -= Seams.isNotice(display) ? 5 : 0;
    }
    score += Math.min(strand.length(), 1200) / 400.0 * 0.3;
    score -= page.gap(next.above().getFirst()) >= 2 ? 0.7 : 0;
    score -= page.gap(next.paragraph().rows().getFirst()) >= 2 ? 0.4 : 0;
    score += "“\"「".indexOf(next.text().charAt(0)) >= 0 ? 0.7 : 0;
    return score;
  }

  /// `学先进 比贡献 创一流`: the standing title of a campaign.
  private static boolean isSlogan(String display) {
    String[] parts = display.split(" ", 8);
    for (String part : parts) {
      if (part.length() != parts[0].length()) {
        return false;
      }
    }
    return parts.length >= 3 && parts[0].length() >= 2 && parts[0].length() <= 5;
  }

  /// The rest of the sentence that the strand breaks off in.
  ///
  /// @param distance how many paragraphs stand between
  double joins(Strand strand, Block next, int distance, Strand current) {
    Signs signs = signs(next);
    if (next.paragraph().isLead() || signs.isPicture()) {
      return -9;
    }
    Paragraph above = strand.last().paragraph();
    String text = next.text();
    RowFacts row = page.row(next.paragraph().rows().getFirst());
    double score = page.pairs().across(above.text(), text) >= 1 ? 1.2 : 0;
    score += RowFacts.isRest(text) ? 2 : RowFacts.isTail(text) ? 1 : 0;
    score += indent(row);
    score -= openings.isOpening(row, above.tail()) ? 2.5 : 0;
    score -= RowFacts.isSpeech(text) && !RowFacts.isRest(text) ? 1 : 0;
    score += measure(above.measure(), next.paragraph().measure());
    score += distance > 0 ? -0.5 - 0.05 * distance : next.above().isEmpty() ? 1.5 : 0.5;
    score += distance == 0 && opensInList(text) ? 0.7 : 0;
    score -= signs.isDated() ? 1.5 : 0;
    score -= signs.label().isEmpty() ? 0 : 3;
    score -= signs.heads();
    score += above.ending() == Ending.OPEN ? 0.5 : 0;
    double words = words(strand, next);
    score += distance == 0 ? 0 : Math.clamp((words - words(current, next)) * 1.5, -2.0, 2.0);
    return score + Math.clamp((words - 1) * 1.5, -1.0, 1.5);
  }

  /// `面条、包子和…`: a list goes on.
  private static boolean opensInList(String text) {
    int mark = text.indexOf('、');
    return mark > 0 && mark <= 4 && !Glyphs.isDigit(text.charAt(0)) && !Seams.isNumbered(text);
  }

  /// How much what stands above looks like the head of another article. Behind the credit of a
  /// photo, a display row is the headline of the photo.
  private double heads(Block next) {
    List<Integer> above = next.above();
    if (above.isEmpty()) {
      return 0;
    }
    boolean photo = isCredited(next);
    int displays = displays(next).size() - (photo ? 1 : 0);
    long bylines = above.stream().filter(page::isByline).count() - (photo ? 1 : 0);
    double notice = displays(next).stream().anyMatch(Seams::isNotice) ? 3 : 0;
    return notice + (displays <= 0 ? 0 : 0.4 + 0.8 * displays) + (bylines > 0 ? 2.5 : 0);
  }

  /// Whether the text above it is that of a photo, whose credit follows.
  private boolean isCredited(Block next) {
    return !next.above().isEmpty()
        && page.isByline(next.above().getFirst())
        && BylineRows.isPhotoCredit(page.text(next.above().getFirst()));
  }

  /// Where paragraphs are indented, a row that is not goes on with something.
  private double indent(RowFacts row) {
    if (!page.isIndented()) {
      return 0;
    }
    return row.row().indent() > 0 ? -4 : 2;
  }

  private static double measure(int a, int b) {
    if (a == 0 || b == 0) {
      return 0;
    }
    return Math.abs(a - b) <= 4 ? 0.3 : -0.7;
  }

  /// A new paragraph of a strand that other articles stand between.
  double comesBack(Strand strand, Block next, int distance, Strand current) {
    Signs signs = signs(next);
    if (next.paragraph().isLead() || signs.isPicture()) {
      return -9;
    }
    double score = -4.5 - 0.5 * Math.log1p(distance) + signs.opening() - signs.heads();
    score += signs.isCredited() || Openings.isPicture(current.last().text()) ? 1.5 : 0;
    score += 1.6 * (turn(strand, next) - turn(current, next));
    score -= strand.last().isOpen() ? 1.8 : 0;
    double words = words(strand, next);
    return score + 2 * words + Math.clamp(words - words(current, next), -1.0, 1.0);
  }

  /// An article that opens with this paragraph: what no article opens with counts against it.
  double opens(Block next) {
    String text = next.text();
    double score = next.paragraph().isLead() ? 3 : 0;
    score -= RowFacts.isRest(text) ? 2 : RowFacts.isTail(text) ? 1 : 0;
    return score - (isLastLine(text) ? 2 : 0);
  }
}
