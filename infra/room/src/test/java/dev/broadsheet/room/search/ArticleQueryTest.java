package dev.broadsheet.room.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.broadsheet.room.search.ArticleQuery.Days;
import dev.broadsheet.room.search.ArticleQuery.Order;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ArticleQueryTest {
  @Test
  void separatesWordsAtAnyWhiteSpace() {
    assertThat(ArticleQuery.words(" 营商环境　新港\t开港 ")).containsExactly("营商环境", "新港", "开港");
  }

  @Test
  void refusesTooManyWords() {
    assertThatThrownBy(() -> ArticleQuery.words("江 ".repeat(21)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("20");
  }

  @Test
  void refusesALongLine() {
    assertThatThrownBy(() -> ArticleQuery.words("江".repeat(201)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("200");
  }

  @Test
  void showsTheBestFirstOnlyWhereWordsAreAskedFor() {
    assertThat(Order.of("", List.of("新港"))).isEqualTo(Order.BEST);
    assertThat(Order.of("", List.of())).isEqualTo(Order.NEWEST);
    assertThat(Order.of("oldest", List.of())).isEqualTo(Order.OLDEST);
  }

  @Test
  void refusesValuesWithoutText() {
    var days = new Days(null, null, false);

    assertThatThrownBy(
            () ->
                new ArticleQuery(
                    List.of(), Map.of(Facet.PERSON, List.of(" ")), days, Order.NEWEST, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("person");
  }

  @Test
  void refusesUndatedArticlesOfADay() {
    assertThatThrownBy(() -> new Days(LocalDate.EPOCH, null, true))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("undated");
  }
}
