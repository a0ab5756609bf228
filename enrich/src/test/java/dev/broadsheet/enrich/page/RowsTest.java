package dev.broadsheet.enrich.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowsTest {
  @Test
  void remembersWhereEveryRowStands() {
    String raw = "\n\n　　第一行 \r\n第二行\n";

    List<Row> rows = Rows.of(raw);

    assertThat(rows).extracting(Row::text).containsExactly("第一行", "第二行");
    assertThat(rows).extracting(Row::gap).containsExactly(2, 0);
    assertThat(rows.getFirst().indent()).isEqualTo(4);
    assertThat(rows)
        .allSatisfy(row -> assertThat(raw.substring(row.start(), row.end())).isEqualTo(row.text()));
  }

  @Test
  void countsWhatPrints() {
    assertThat(Rows.count("\n\n　　第一行 \r\n第二行\n \n")).isEqualTo(2);
    assertThat(Rows.count("第一行\u2028第二行\f第三行")).isEqualTo(3);
    assertThat(Rows.count(" \n\t\r\n\u3000\uFEFF")).isZero();
  }

  @Test
  void readsVerticalTextAsOneRow() {
    List<Row> rows = Rows.of("春\n到\n山\n村\n\n村里的桃花开了。");

    assertThat(rows).extracting(Row::text).containsExactly("春到山村", "村里的桃花开了。");
  }

  @Test
  void leavesSingleLetterAlone() {
    assertThat(Rows.of("春\n\n到了山村")).hasSize(2);
  }

  @Test
  void hasNoRowsWithoutPrint() {
    assertThat(Rows.of(" \n\t\r\n\u3000\uFEFF")).isEmpty();
  }
}
