package dev.broadsheet.bench;

import java.util.List;
import java.util.Random;

/// Makes the text of pages of an invented daily: the same seed gives the same pages.
///
/// Articles are put together from stock sentences with persons, places, organisations, dates and
/// figures in them, so that every part of the core has what it looks for.
final class PageText {
  private static final String MASTHEAD =
      """
      沅江日报

      2024年3月18日
      星期一
      国内统一刊号:CN99-0001
      第5021期 (今日8版)

      """;

  private static final List<String> SURNAMES =
      List.of("周", "吴", "郑", "冯", "陈", "褚", "沈", "韩", "朱", "秦", "许", "何", "吕", "施", "孔", "曹");
  private static final List<String> GIVEN =
      List.of("文博", "雨桐", "建华", "晓岚", "志远", "思齐", "丽君", "国栋", "梦瑶", "长青", "一鸣", "素云");
  private static final List<String> PLACES =
      List.of("青禾镇", "柳河乡", "东桥街道", "白塔村", "南湾社区", "云岭县", "石门县", "清水河畔");
  private static final List<String> HOUSES =
      List.of("市教育局", "县农业农村局", "沅江市交通运输局", "石门县人民医院", "青禾机械有限公司", "沅江职业技术学院", "市生态环境局", "省气象台");
  private static final List<String> SUBJECTS =
      List.of("营商环境优化", "乡村振兴", "老旧小区改造", "防汛备汛", "职业技能培训", "医保服务", "校园安全", "文旅融合", "科技创新", "水质监测");
  private static final List<String> VERBS = List.of("推进", "部署", "启动", "检查", "总结", "升级", "提速", "督办");

  /// Places in braces: person, place, house, subject, number.
  private static final List<String> SENTENCES =
      List.of(
          "{h}局长{p}介绍，今年以来全市共办结群众事项{n}件，平均用时比去年缩短{n}天。",
          "在{l}，工作人员对照清单逐项核对，当天就为{n}户居民办完了手续。",
          "记者在{l}看到，新修的道路已经通到家门口，沿线{n}盏路灯全部点亮。",
          "据统计，{l}上半年完成投资{n}万元，同比增长{n}%，多项指标好于预期。",
          "“以前办这件事要跑好几趟，现在一次就够了。”{l}居民{p}说，身边已有{n}人享受到便利。",
          "会议要求，{h}要压实{s}的责任，按照时间表完成{n}项任务，每{n}天通报一次进度。",
          "下一步，{h}将围绕{s}继续完善机制，再建设{n}个服务点，让更多群众受益。",
          "3月{d}日上午，由{h}组织的专家组走访了{n}家企业，就{s}提出建议{n}条，全部列入台账。",
          "村民{p}种了{n}亩油菜，去年11月播种时请来了农技员，亩产有望提高{n}公斤。",
          "市委副书记{p}来到{l}调研{s}，强调要把好事办实、把实事办好。");

  private static final int SENTENCES_A_PARAGRAPH = 4;

  private final Random random;
  private final StringBuilder out = new StringBuilder();

  private PageText(long seed) {
    this.random = new Random(seed);
  }

  /// A page with a masthead.
  ///
  /// @param articles how many it has
  /// @param characters about how long each body is
  static String page(long seed, int articles, int characters) {
    PageText page = new PageText(seed);
    page.out.append(MASTHEAD);
    for (int i = 0; i < articles; i++) {
      page.article(i + 1, characters);
    }
    return page.out.toString();
  }

  /// A page of about so many characters, its articles of at most so many each.
  static String ofLength(long seed, int characters, int longestArticle) {
    int articles = Math.max(1, characters / longestArticle);
    return page(seed, articles, Math.max(60, characters / articles - 60));
  }

  private void article(int number, int characters) {
    out.append(any(PLACES)).append(any(VERBS)).append(any(SUBJECTS));
    out.append("第%d号工作方案公布%n%n".formatted(number));
    int start = out.length();
    out.append("本报讯（记者").append(person()).append("）3月").append(day()).append("日，");
    int sentences = 0;
    while (out.length() - start < characters) {
      sentence(any(SENTENCES));
      if (++sentences % SENTENCES_A_PARAGRAPH == 0) {
        out.append("\n\n");
      }
    }
    out.append("\n\n");
  }

  private void sentence(String pattern) {
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '{') {
        out.append(filled(pattern.charAt(i + 1)));
        i += 2;
      } else {
        out.append(c);
      }
    }
  }

  private String filled(char kind) {
    return switch (kind) {
      case 'p' -> person();
      case 'l' -> any(PLACES);
      case 'h' -> any(HOUSES);
      case 's' -> any(SUBJECTS);
      case 'd' -> String.valueOf(day());
      default -> String.valueOf(2 + random.nextInt(900));
    };
  }

  private int day() {
    return 1 + random.nextInt(17);
  }

  private String person() {
    return any(SURNAMES) + any(GIVEN);
  }

  private String any(List<String> list) {
    return list.get(random.nextInt(list.size()));
  }
}
