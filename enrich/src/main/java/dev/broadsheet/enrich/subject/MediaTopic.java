package dev.broadsheet.enrich.subject;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The top level of the IPTC Media Topics, with the Chinese labels that IPTC publishes.
///
/// Source: cv.iptc.org/newscodes/mediatopic, export of 2026-07-02, CC BY 4.0.
public enum MediaTopic {
  ARTS("01000000", "艺术、文化、娱乐和媒体"),
  CRIME("02000000", "犯罪、法律和司法"),
  DISASTER("03000000", "灾难、事故和突发事件"),
  ECONOMY("04000000", "经济、商业和金融"),
  EDUCATION("05000000", "教育"),
  ENVIRONMENT("06000000", "环境"),
  HEALTH("07000000", "卫生"),
  HUMAN_INTEREST("08000000", "人性"),
  LABOUR("09000000", "劳动"),
  LIFESTYLE("10000000", "生活方式和休闲"),
  POLITICS("11000000", "政治"),
  RELIGION("12000000", "宗教和信仰"),
  SCIENCE("13000000", "科学技术"),
  SOCIETY("14000000", "社会"),
  SPORT("15000000", "体育"),
  CONFLICT("16000000", "冲突、战争与和平"),
  WEATHER("17000000", "天气");

  private static final Map<String, MediaTopic> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toMap(MediaTopic::code, Function.identity()));

  private final String code;
  private final String label;

  MediaTopic(String number, String label) {
    this.code = "medtop:" + number;
    this.label = label;
  }

  /// The code as documents carry it, `medtop:11000000`.
  public String code() {
    return code;
  }

  /// The label, zh-Hans.
  public String label() {
    return label;
  }

  /// The topic with this code.
  public static Optional<MediaTopic> ofCode(String code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }
}
