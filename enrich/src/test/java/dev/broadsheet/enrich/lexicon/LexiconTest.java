package dev.broadsheet.enrich.lexicon;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LexiconTest {
  @Test
  void findsTheLongestWordFromAPosition() {
    Lexicon lexicon = Lexicon.of(List.of("市", "市长", "市长热线"));

    assertThat(lexicon.longestFrom("副市长热".toCharArray(), 1, 4)).isEqualTo(2);
    assertThat(lexicon.longestFrom("市长热线".toCharArray(), 0, 4)).isEqualTo(4);
    assertThat(lexicon.longestFrom("市长热线".toCharArray(), 0, 1)).isEqualTo(1);
    assertThat(lexicon.longestFrom("县长".toCharArray(), 0, 2)).isZero();
  }

  @Test
  void findsTheLongestWordBeforeAPosition() {
    Lexicon lexicon = Lexicon.ofReversed(List.of("长", "局长", "副局长"));

    assertThat(lexicon.longestBefore("市副局长甲".toCharArray(), 4)).isEqualTo(3);
    assertThat(lexicon.longestBefore("市副局长甲".toCharArray(), 5)).isZero();
  }

  @Test
  void keepsEveryWordWhenItGrows() {
    List<String> words = IntStream.range(0, 5000).mapToObj(i -> "词" + i).toList();

    Lexicon lexicon = Lexicon.of(words);

    for (int i = 0; i < words.size(); i++) {
      char[] word = words.get(i).toCharArray();
      assertThat(lexicon.find(word, 0, word.length)).isEqualTo(i);
    }
  }

  @Test
  void matchesAsciiInEitherCase() {
    Lexicon lexicon = Lexicon.of(List.of("gdp", "PM2.5"));

    assertThat(lexicon.has("GDP".toCharArray(), 0, 3)).isTrue();
    assertThat(lexicon.has("pm2.5".toCharArray(), 0, 5)).isTrue();
  }

  @Test
  void takesOutLayoutBlanksAndRemembersThem() {
    PlainText text = PlainText.of("局长 陈 岚(女) said AI Lab");

    assertThat(new String(text.letters())).isEqualTo("局长陈岚（女）said AI Lab");
    assertThat(text.gapBefore(2)).isTrue();
    assertThat(text.gapBefore(1)).isFalse();
    assertThat(text.printed(2, 7)).isEqualTo("陈岚(女)");
  }

  @Test
  void cutsTextIntoWordsWithoutGapOrOverlap() {
    Segmenter segmenter = new Segmenter(WordDictionary.load(), Map.of("卫健委", WordClass.NOUN));

    Passage passage = segmenter.read("市卫健委发布2024年通知。").getFirst();

    StringBuilder words = new StringBuilder();
    for (int i = 0; i < passage.length(); i = passage.wordEnd(i)) {
      words.append(passage.text().printed(i, passage.wordEnd(i))).append(' ');
    }
    assertThat(words).hasToString("市 卫健委 发布 2024 年 通知 。 ");
  }

  @Test
  void notesWhereWordsOfAListBeginOrEnd() {
    Notes notes = new Notes();
    NotedWords deeds = notes.beginning(List.of("主持", "主持会议", "App"));
    NotedWords titles = notes.ending(List.of("长", "副市长"));
    Segmenter segmenter = new Segmenter(WordDictionary.load(), Map.of(), notes, SpottedWords.NONE);

    Passage passage = segmenter.read("副市长主持会议，上线新APP").getFirst();

    assertThat(deeds.longestFrom(passage, 3)).isEqualTo(4);
    assertThat(deeds.longestFrom(passage, 3, 6)).isEqualTo(2);
    assertThat(deeds.has(passage, 3, 5)).isTrue();
    assertThat(deeds.has(passage, 3, 6)).isFalse();
    assertThat(deeds.isNoted(passage, 4)).isFalse();
    assertThat(deeds.longestFrom(passage, 11)).isEqualTo(3);
    assertThat(titles.longestBefore(passage, 3)).isEqualTo(3);
    assertThat(titles.isNoted(passage, 2)).isFalse();
  }

  @Test
  void spotsTheLongestWordOfAListAtEachPlace() {
    SpottedWords words = SpottedWords.of(List.of("教育", "主题教育", "Ai", "主题", "AI", "育才", "黑鹳"));
    Segmenter segmenter = new Segmenter(WordDictionary.load(), Map.of(), new Notes(), words);

    Passage passage = segmenter.read("主题教育AI，黑鹳").getFirst();

    Spots spots = passage.spots(words);
    assertThat(IntStream.range(0, spots.size()))
        .extracting(i -> List.of(spots.place(i), spots.start(i), spots.end(i)))
        .containsExactly(List.of(1, 0, 4), List.of(0, 2, 4), List.of(2, 4, 6), List.of(6, 7, 9));
    assertThat(segmenter.read("春风").getFirst().spots(words).size()).isZero();
    assertThatThrownBy(() -> passage.spots(SpottedWords.NONE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void cutsLongTextIntoPassagesThatHoldAllOfIt() {
    Segmenter segmenter = new Segmenter(WordDictionary.load(), Map.of());
    String text = "秋收时节，稻浪翻滚。".repeat(2000);

    List<Passage> passages = segmenter.read(text);

    assertThat(passages).allSatisfy(p -> assertThat(p.length()).isLessThanOrEqualTo(4096));
    assertThat(passages.stream().mapToInt(Passage::length).sum()).isEqualTo(text.length());
  }

  @Test
  void readsTheWholeDictionary() {
    WordDictionary dictionary = WordDictionary.load();

    assertThat(dictionary.size()).isGreaterThan(80_000);
    int word = dictionary.find("粮食".toCharArray(), 0, 2);
    assertThat(dictionary.classOf(word)).isEqualTo(WordClass.NOUN);
    assertThat(dictionary.costOf(word)).isBetween(4f, 11f);
    assertThat(dictionary.find("粮鸷".toCharArray(), 0, 2)).isEqualTo(-1);
  }

  @Test
  void saysWhereATermFileIsWrong(@TempDir Path folder) throws IOException {
    Path file =
        Files.writeString(folder.resolve("terms"), "topic medtop:05000000\n3 学校\nx9\n12x 书\n");

    assertThatThrownBy(() -> TermFile.file(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("line 4");
  }
}
