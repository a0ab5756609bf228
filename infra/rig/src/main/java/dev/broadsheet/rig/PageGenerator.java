package dev.broadsheet.rig;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Makes pages of invented papers: the same seed gives the same pages. Prose is put together from
/// stock sentences, of the length that dailies have: 3 to 8 articles of about 600 characters.
public final class PageGenerator {
  private static final List<String> PAPERS = List.of("沅江日报", "云岭晚报", "石坪时报");
  private static final List<String> KEYS = List.of("yuanjiangrb", "yunlingwb", "shipingsb");
  private static final List<String> SURNAMES =
      List.of("周", "吴", "郑", "冯", "陈", "褚", "沈", "韩", "朱", "秦", "许", "何", "吕", "施", "孔", "曹");
  private static final List<String> NAMES =
      List.of("文博", "雨桐", "建华", "晓岚", "志远", "思齐", "丽君", "国栋", "梦瑶", "长青", "一鸣", "素云");
  private static final List<String> PLACES =
      List.of("青禾镇", "柳河乡", "东桥街道", "白塔村", "南湾社区", "高新区", "石门县", "清水河");
  private static final List<String> SUBJECTS =
      List.of("营商环境", "乡村振兴", "老旧小区改造", "防汛备汛", "职业技能培训", "医保服务", "校园安全", "文旅融合", "科技创新", "水质监测");
  private static final List<String> VERBS = List.of("推进", "部署", "启动", "检查", "总结", "升级", "提速", "督办");
  private static final List<String> SENTENCES =
      List.of(
          "%s有关负责人介绍，今年以来共办结群众事项%d件，平均用时比去年缩短%d天。",
          "在%s，工作人员对照清单逐项核对，当天就为%d户居民办完手续，跑动次数减少%d次。",
          "记者在%s看到，新修的道路已经通到家门口，沿线%d盏路灯全部点亮，比原计划提前%d天。",
          "据统计，%s上半年完成投资%d万元，同比增长%d%%，多项指标好于预期。",
          "“以前办这件事要跑好几趟，现在一次就够了。”%s居民说，身边已有%d人享受到便利，评价在%d分以上。",
          "会议要求，%s要压实责任，按照时间表完成%d项任务，每%d天通报一次进度。",
          "下一步，%s将继续完善机制，再建设%d个服务点，力争服务半径不超过%d公里。",
          "专家组在%s走访了%d家企业，提出建议%d条，全部列入整改台账。");

  private static final int FEWEST = 3;
  private static final int MOST = 8;
  private static final int PAGES_A_DAY = 8;

  private final Random random;
  private final int fewest;
  private final int most;
  private final int pagesADay;
  private int serial;

  public PageGenerator(long seed) {
    this(seed, FEWEST, MOST);
  }

  /// @param fewest articles of a page
  /// @param most articles of a page
  public PageGenerator(long seed, int fewest, int most) {
    this(seed, fewest, most, PAGES_A_DAY);
  }

  /// @param pagesADay of each paper
  public PageGenerator(long seed, int fewest, int most, int pagesADay) {
    if (fewest < 1 || most < fewest) {
      throw new IllegalArgumentException("%d to %d articles".formatted(fewest, most));
    }
    this.random = new Random(seed);
    this.fewest = fewest;
    this.most = most;
    this.pagesADay = pagesADay;
  }

  /// The next page. Keys do not repeat within one generator.
  public GeneratedPage next() {
    int number = serial++;
    int paper = number % PAPERS.size();
    int sheet = number / PAPERS.size();
    LocalDate day = LocalDate.of(2024, 1, 1).plusDays(sheet / pagesADay);
    int page = sheet % pagesADay + 1;
    var text = new StringBuilder(masthead(PAPERS.get(paper), day, sheet / pagesADay + 5000));
    var headlines = new ArrayList<String>();
    int articles = fewest + random.nextInt(most - fewest + 1);
    for (int i = 0; i < articles; i++) {
      String headline = headline(number, i);
      headlines.add(headline);
      text.append(headline).append("\n\n").append(body(day)).append("\n");
    }
    return new GeneratedPage(
        "%s/%s/%02d".formatted(KEYS.get(paper), day, page), text.toString(), headlines);
  }

  /// A later version of a page: same key, other articles, at most as many.
  public GeneratedPage revise(GeneratedPage page) {
    return revise(page, 1 + random.nextInt(page.headlines().size()));
  }

  /// A later version of a page: same key, other articles, and so many of them.
  public GeneratedPage revise(GeneratedPage page, int articles) {
    var headlines = new ArrayList<String>();
    var text = new StringBuilder();
    for (int i = 0; i < articles; i++) {
      String headline = headline(1_000_000 + serial, i);
      headlines.add(headline);
      text.append(headline).append("\n\n").append(body(LocalDate.of(2024, 6, 1))).append("\n");
    }
    serial++;
    return new GeneratedPage(page.key(), text.toString(), headlines);
  }

  /// A page that has a masthead and nothing else.
  public static String mastheadOnly() {
    return masthead(PAPERS.getFirst(), LocalDate.of(2024, 3, 1), 1);
  }

  /// Phrases that stand in the text of pages, and that nobody else would write.
  static List<String> phrases() {
    return List.of("平均用时比去年缩短", "跑动次数减少", "一次就够了", "全部列入整改台账");
  }

  private static String masthead(String paper, LocalDate day, int number) {
    return """
    %s

    %d年%d月%d日
    国内统一刊号:CN99-0001
    第%d期 (今日8版)

    """
        .formatted(paper, day.getYear(), day.getMonthValue(), day.getDayOfMonth(), number);
  }

  /// The number makes the headline a text of its own.
  private String headline(int page, int article) {
    return "%s%s%s工作第%d号方案公布"
        .formatted(any(PLACES), any(VERBS), any(SUBJECTS), page * 10 + article);
  }

  private String body(LocalDate day) {
    LocalDate event = day.minusDays(1 + random.nextInt(3));
    var out = new StringBuilder();
    out.append(
        "本报讯（记者%s）%d月%d日，".formatted(person(), event.getMonthValue(), event.getDayOfMonth()));
    int paragraphs = 3 + random.nextInt(3);
    for (int p = 0; p < paragraphs; p++) {
      int sentences = 3 + random.nextInt(3);
      for (int s = 0; s < sentences; s++) {
        out.append(
            any(SENTENCES).formatted(any(PLACES), 2 + random.nextInt(900), 2 + random.nextInt(30)));
      }
      out.append("\n\n");
    }
    return out.toString();
  }

  private String person() {
    return any(SURNAMES) + any(NAMES);
  }

  private String any(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
