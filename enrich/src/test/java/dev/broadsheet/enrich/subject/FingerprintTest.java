package dev.broadsheet.enrich.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalInt;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  private static final String REPORT =
      "昨日，市图书馆新馆向读者开放。新馆建筑面积三万平方米，藏书一百二十万册，设有少儿阅览室、自习室和展厅。"
          + "馆方介绍，今后每周开放六天，每晚九点闭馆，读者凭身份证即可借阅，还可以在网上预约座位。";

  @Test
  void doesNotMindLayoutAndWidths() {
    String printed = REPORT.replace("，", ", ").replace("。", "。\n").replace("新馆", "新 馆");

    assertThat(Fingerprint.of(printed)).isEqualTo(Fingerprint.of(REPORT)).hasSize(16);
  }

  @Test
  void isNearForAnEditedCopyAndFarForAnotherText() {
    String edited = REPORT.replace("昨日，", "12日，").replace("即可借阅", "可以借阅");
    String other = "连日来，气温骤降，供热公司提前点火，检修队伍上门巡查管网，居民家中暖意融融。".repeat(3);

    OptionalInt near = Fingerprint.hammingDistance(Fingerprint.of(REPORT), Fingerprint.of(edited));
    OptionalInt far = Fingerprint.hammingDistance(Fingerprint.of(REPORT), Fingerprint.of(other));

    assertThat(near.orElseThrow()).isLessThanOrEqualTo(12);
    assertThat(far.orElseThrow()).isGreaterThan(20);
  }

  @Test
  void givesNoDistanceToWhatIsNoFingerprint() {
    assertThat(Fingerprint.hammingDistance("", Fingerprint.of(REPORT))).isEmpty();
    assertThat(Fingerprint.hammingDistance("zzzzzzzzzzzzzzzz", Fingerprint.of(REPORT))).isEmpty();
  }

  @Test
  void countsMoreHashesThanOneByteHolds() {
    String text = REPORT.repeat(20);

    OptionalInt distance =
        Fingerprint.hammingDistance(Fingerprint.of(text), Fingerprint.of(text + REPORT));

    assertThat(distance.orElseThrow()).isLessThanOrEqualTo(2);
  }

  @Property
  void isSixteenHexDigitsForAnyText(@ForAll @StringLength(max = 300) String text) {
    assertThat(Fingerprint.of(text)).matches("[0-9a-f]{16}");
  }
}
