package dev.broadsheet.ingest.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contract.RejectReason;
import dev.broadsheet.ingest.pdf.PdfPrinter.Coding;
import dev.broadsheet.ingest.pdf.PdfPrinter.Story;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(900)
class PdfReaderTest {
  private static final List<Story> STORIES =
      List.of(
          new Story(
              "全市春耕生产现场会召开",
              List.of(
                  "本报讯 记者林知远报道：昨日，全市春耕生产现场会在柳塘镇召开，与会人员实地察看了育秧工厂和高标准农田，听取了土地流转和农机调度的情况介绍。",
                  "会议要求，各地要抓住农时，把种子、化肥等农资备足，确保春播任务按时完成；要把技术人员派到田头，一块田一块田地解决问题，一户一户地算清账目。")),
          new Story(
              "三条公交线路延长夜间时间",
              List.of(
                  "从下周一起，城区三条公交线路的末班车推迟到二十三时，沿线两所医院和一处夜市的职工下班有车可坐，预计每天有近千人受益。",
                  "市公交公司说，延长后的班次间隔为二十分钟，票价不变。")),
          new Story(
              "河道清淤进入收尾阶段",
              List.of("连日来，沙湾河清淤工程现场机声隆隆。施工人员介绍，全长四公里的河段已经完成三点七公里，清出的淤泥经过脱水处理后用于园林绿化。")),
          new Story(
              "少年宫开设公益课堂", List.of("市少年宫本学期开设十二门公益课堂，包括书法、木工和天文观测，每门招收三十名学生，家长可以在网上预约，名额满后轮候。")));

  private final PdfReader reader = new PdfReader(PdfLimits.DEFAULT);

  @AfterEach
  void close() {
    reader.close();
  }

  @ParameterizedTest
  @CsvSource({"1, COLLECTION", "2, COLLECTION", "3, TABLE", "4, TABLE"})
  void readsColumnsInOrderWithEachHeadlineBeforeItsBody(int columns, Coding coding) {
    String expected =
        STORIES.stream()
            .map(s -> s.headline() + "\n\n" + String.join("\n\n", s.paragraphs()))
            .collect(Collectors.joining("\n\n", "", "\n"));

    var reading = reader.read(PdfPrinter.print(STORIES, columns, coding));

    assertThat(reading).isInstanceOf(PdfReading.Texts.class);
    assertThat(((PdfReading.Texts) reading).pages()).containsExactly(expected);
  }

  @Test
  void tellsPagesWithoutATextLayerFromOthers() {
    assertThat(reader.read(PdfPrinter.pages(List.of("一版的文字", "", "三版的文字"))))
        .isEqualTo(new PdfReading.Texts(List.of("一版的文字\n", "", "三版的文字\n")));
    refused(reader.read(PdfPrinter.pages(List.of("", ""))), RejectReason.PDF_NO_TEXT);
  }

  @Test
  void refusesTextOfWhichOnlyTheShapesAreKnown() {
    refused(reader.read(PdfPrinter.print(STORIES, 2, Coding.NONE)), RejectReason.GLYPHS);
  }

  @Test
  void killsAReaderThatTakesTooLongAndReadsTheNextFile() {
    byte[] file = PdfPrinter.pages(List.of("一版的文字"));
    try (var hasty = new PdfReader(new PdfLimits(Duration.ofMillis(1), 64, 10, 1_000))) {
      refused(hasty.read(file), RejectReason.PDF_TIMEOUT);
      refused(hasty.read(file), RejectReason.PDF_TIMEOUT);
    }
    assertThat(reader.read(file)).isInstanceOf(PdfReading.Texts.class);
  }

  @Test
  void refusesMorePagesOrTextThanAllowed() {
    try (var strict = new PdfReader(new PdfLimits(Duration.ofMinutes(2), 64, 2, 10))) {
      refused(strict.read(PdfPrinter.pages(List.of("一", "二", "三"))), RejectReason.PDF_LIMIT);
      refused(strict.read(PdfPrinter.pages(List.of("一二三四五六七八九十百"))), RejectReason.PDF_LIMIT);
      assertThat(strict.read(PdfPrinter.pages(List.of("一"))))
          .isEqualTo(new PdfReading.Texts(List.of("一\n")));
    }
  }

  private static void refused(PdfReading reading, RejectReason reason) {
    assertThat(reading)
        .isInstanceOfSatisfying(
            PdfReading.Refused.class, r -> assertThat(r.reason()).isEqualTo(reason));
  }
}
