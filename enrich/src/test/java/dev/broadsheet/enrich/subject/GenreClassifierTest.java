package dev.broadsheet.enrich.subject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.enrich.split.ArticleDraft;
import dev.broadsheet.enrich.split.ArticleDraft.Head;
import dev.broadsheet.enrich.split.ArticleDraft.Jumps;
import java.util.List;
import org.junit.jupiter.api.Test;

class GenreClassifierTest {
  private static final GenreClassifier GENRES = GenreClassifier.load();
  private static final String REPORT =
      "本报讯（记者陶小舟）昨日，市图书馆新馆向读者开放。新馆建筑面积三万平方米，藏书一百二十万册，设有少儿阅览室、自习室和展厅，首日迎来读者五千人。"
          + "馆方表示，今后每周开放六天，读者凭身份证即可借阅。";

  private static ArticleDraft draft(String headline, String column, String byline, String... body) {
    return new ArticleDraft(
        new Head(headline, null, List.of(), column),
        byline == null ? List.of() : List.of(byline),
        List.of(body),
        List.of(),
        Jumps.NONE,
        List.of());
  }

  @Test
  void takesAFiledReportForNews() {
    assertThat(GENRES.classify(draft("新馆开放", null, null, REPORT), "本报")).isEqualTo(Genre.NEWS);
  }

  @Test
  void takesAFewLinesForABrief() {
    ArticleDraft draft = draft("新站启用", null, null, "昨日，城北公交新站启用，三条线路同时延长。");

    assertThat(GENRES.classify(draft, null)).isEqualTo(Genre.BRIEF);
  }

  @Test
  void takesAHeadlineWithoutBodyForATeaser() {
    assertThat(GENRES.classify(draft("新馆开放", null, null), null)).isEqualTo(Genre.TEASER);
  }

  @Test
  void takesAColumnOfOpinionForCommentary() {
    ArticleDraft draft = draft("莫让便民变扰民", "短评", "陶小舟", REPORT.substring(10));

    assertThat(GENRES.classify(draft, null)).isEqualTo(Genre.COMMENTARY);
  }

  @Test
  void takesUnreportedArgumentForCommentary() {
    String body = "干事创业，贵在坚持。我们必须久久为功，才能见到成效。让我们少一些观望，多一些行动。不妨从小事做起，唯有如此，才能积小胜为大胜。";

    assertThat(GENRES.classify(draft("贵在坚持", null, "高远", body, body), null))
        .isEqualTo(Genre.COMMENTARY);
  }

  @Test
  void takesAVisitForAnInterview() {
    ArticleDraft draft = draft("守住每一粒粮——访市农科所所长葛思远", null, "陶小舟", REPORT.substring(10));

    assertThat(GENRES.classify(draft, null)).isEqualTo(Genre.INTERVIEW);
  }

  @Test
  void takesACaptionWithACreditForAPhotoStory() {
    ArticleDraft draft = draft("江畔春色", null, "记者 陶小舟 摄", "3月的江畔，海棠盛开，市民在花下散步。近年来，当地整治岸线，建起十里长廊。");

    assertThat(GENRES.classify(draft, null)).isEqualTo(Genre.PHOTO);
  }

  @Test
  void takesALongUnfiledReportWithCrossheadsForAFeature() {
    String section = REPORT.substring(10).repeat(6);
    ArticleDraft draft = draft("一座馆和一座城", null, "陶小舟", "灯亮了", section, "人来了", section);

    assertThat(GENRES.classify(draft, null)).isEqualTo(Genre.FEATURE);
  }

  @Test
  void takesALostSealForANotice() {
    ArticleDraft draft = draft("遗失声明", null, null, "某某商行遗失公章一枚，声明作废。");

    assertThat(GENRES.classify(draft, null)).isEqualTo(Genre.NOTICE);
  }
}
