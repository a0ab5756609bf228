package dev.broadsheet.bench.page;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Makes pages of an invented daily out of the phrases of given pages: the same seed gives the same
/// pages.
///
/// A page has 6 to 14 articles. Their lengths are spread as those of dailies are: half are shorter
/// than 490 characters, the mean is 590, the longest have 3,000. Persons and places are made up of
/// characters, so that new names never end; phrases are put together anew in every sentence, so
/// that the index meets ever new neighbours.
public final class PageMaker {
  private static final String SURNAMES = "周吴郑冯陈褚沈韩朱秦许何吕施孔曹严华金魏陶姜戚谢邹喻苏潘葛范彭鲁";
  private static final String GIVEN = "文博雨桐建华晓岚志远思齐丽君国栋梦瑶长青一鸣素云海明春燕立新秀英德胜玉兰永强佳慧";
  private static final String PLACE = "青柳白石东南清云双平安永新丰长兴金玉龙泉松竹梅溪桥塘湾岭";
  private static final List<String> PLACE_ENDS = List.of("镇", "乡", "街道", "村", "社区", "县", "区");
  private static final List<String> HOUSES =
      List.of("市教育局", "县农业农村局", "市交通运输局", "县人民医院", "市生态环境局", "市市场监督管理局", "县文化和旅游局");
  private static final List<String> VERBS = List.of("推进", "部署", "启动", "检查", "总结", "升级", "提速", "督办");
  private static final List<String> SUBJECTS =
      List.of("营商环境", "乡村振兴", "老旧小区改造", "防汛备汛", "技能培训", "医保服务", "校园安全", "文旅融合", "科技创新", "水质监测");
  private static final List<String> ENDS = List.of("工作", "行动", "试点", "项目", "方案公布", "见成效", "再加力");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);
  private static final LocalDate FIRST_DAY = LocalDate.of(2015, 1, 1);
  private static final int PAGES_A_DAY = 8;
  private static final int FEWEST = 6;
  private static final int MOST = 14;
  private static final double LOG_MEDIAN = Math.log(490);
  private static final double LOG_SPREAD = 0.6;
  private static final int SHORTEST = 80;
  private static final int LONGEST = 3_000;

  private final List<String> phrases;
  private final Random random;
  private final String folder;
  private int serial;
  private StringBuilder out = new StringBuilder();

  /// @param folder the first part of all issue keys
  /// @param samples pages whose vocabulary is used
  public PageMaker(String folder, List<String> samples, long seed) {
    this.phrases = Phrases.of(samples).all();
    this.folder = folder;
    this.random = new Random(seed);
  }

  /// The next page. Keys do not repeat.
  public MadePage next() {
    int number = serial++;
    LocalDate day = FIRST_DAY.plusDays(number / PAGES_A_DAY);
    int page = number % PAGES_A_DAY + 1;
    out = new StringBuilder(8_192);
    masthead(day, number / PAGES_A_DAY + 1_000);
    int articles = FEWEST + random.nextInt(MOST - FEWEST + 1);
    for (int i = 0; i < articles; i++) {
      article(day);
    }
    return new MadePage("%s/%s/%02d".formatted(folder, day, page), out.toString());
  }

  private void masthead(LocalDate day, int number) {
    out.append("沅江日报\n\n").append(DAY.format(day)).append('\n');
    out.append(day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.CHINA)).append('\n');
    out.append("国内统一刊号:CN99-0001\n第").append(number).append("期 (今日8版)\n\n");
  }

  private void article(LocalDate day) {
    int length = length();
    out.append(headline()).append("\n\n");
    int start = out.length();
    LocalDate event = day.minusDays(random.nextInt(4));
    out.append("本报讯（记者").append(person()).append("）").append(event.getMonthValue()).append('月');
    out.append(event.getDayOfMonth()).append("日，");
    int sentences = 2 + random.nextInt(4);
    while (out.length() - start < length) {
      sentence();
      if (--sentences == 0) {
        out.append("\n\n");
        sentences = 2 + random.nextInt(4);
      }
    }
    out.append("\n\n");
  }

  private int length() {
    double drawn = Math.exp(LOG_MEDIAN + LOG_SPREAD * random.nextGaussian());
    return (int) Math.clamp(drawn, SHORTEST, LONGEST);
  }

  private String headline() {
    return place() + any(VERBS) + any(SUBJECTS) + any(ENDS);
  }

  private void sentence() {
    int phraseCount = 2 + random.nextInt(4);
    switch (random.nextInt(8)) {
      case 0 -> out.append(any(HOUSES)).append("局长").append(person()).append("介绍，");
      case 1 -> out.append("在").append(place()).append("，");
      case 2 -> out.append(place()).append("居民").append(person()).append("告诉记者，");
      case 3 -> out.append("今年以来完成").append(2 + random.nextInt(900)).append("件，");
      case 4 -> out.append(1 + random.nextInt(12)).append("月上旬，");
      default -> {}
    }
    for (int i = 0; i < phraseCount; i++) {
      out.append(i == 0 ? "" : "，").append(phrase());
    }
    out.append('。');
  }

  private String phrase() {
    return any(phrases);
  }

  private String person() {
    return "" + any(SURNAMES) + any(GIVEN) + any(GIVEN);
  }

  private String place() {
    return "" + any(PLACE) + any(PLACE) + any(PLACE_ENDS);
  }

  private char any(String letters) {
    return letters.charAt(random.nextInt(letters.length()));
  }

  private String any(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
