package dev.broadsheet.enrich.name;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contract.Article.Entities;
import dev.broadsheet.enrich.lexicon.Reading;
import dev.broadsheet.enrich.lexicon.TermFile;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameFinderTest {
  private static final NameLists LISTS = NameLists.load();

  private static Entities find(Set<String> byline, String headline, String... paragraphs) {
    Reading reading = Reading.of(LISTS.segmenter(), List.of(headline), null, List.of(paragraphs));
    return NameFinder.of(LISTS).find(reading, byline);
  }

  @Test
  void findsThePersonsOfTheCases() {
    NameCases cases = new NameCases();
    NameCases.all().forEach(c -> cases.count(c.sentence(), c.find(LISTS).persons(), c.persons()));

    assertThat(cases.recall()).as(cases.report()).isGreaterThanOrEqualTo(0.95);
    assertThat(cases.precision()).as(cases.report()).isGreaterThanOrEqualTo(0.95);
  }

  @Test
  void findsThePlacesOfTheCases() {
    NameCases cases = new NameCases();
    NameCases.all().forEach(c -> cases.count(c.sentence(), c.find(LISTS).places(), c.places()));

    assertThat(cases.recall()).as(cases.report()).isGreaterThanOrEqualTo(0.9);
    assertThat(cases.precision()).as(cases.report()).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void findsTheOrganisationsOfTheCases() {
    NameCases cases = new NameCases();
    NameCases.all()
        .forEach(c -> cases.count(c.sentence(), c.find(LISTS).organisations(), c.organisations()));

    assertThat(cases.recall()).as(cases.report()).isGreaterThanOrEqualTo(0.85);
    assertThat(cases.precision()).as(cases.report()).isGreaterThanOrEqualTo(0.85);
  }

  @Test
  void givesEachNameOnceInOrderOfFirstAppearance() {
    Entities names =
        find(Set.of(), "陆振邦到清河县调研", "昨日，市长陆振邦到清河县调研。副市长何佩珊一同参加。", "陆振邦指出，要抓好春耕。在清河，何佩珊走访了农户。");

    assertThat(names.persons()).containsExactly("陆振邦", "何佩珊");
    assertThat(names.places()).containsExactly("清河县", "清河");
  }

  @Test
  void leavesOutWhoWroteTheReport() {
    Entities names = find(Set.of("陶小舟"), "果园迎来丰收", "本报讯（记者陶小舟 通讯员钱一凡）“今年收成好。”种植大户唐根宝说。");

    assertThat(names.persons()).containsExactly("唐根宝");
  }

  @Test
  void takesPaddingOutOfNames() {
    Entities names = find(Set.of(), "表彰会举行", "局长 毛 颖 和副局长葛思远为获奖者颁奖。");

    assertThat(names.persons()).containsExactly("毛颖", "葛思远");
  }

  @Test
  void believesANameThatStandsTwiceWithoutATitle() {
    Entities names = find(Set.of(), "夜班", "凌晨两点，潘建平才收工。", "第二天一早，潘建平又出门了。");

    assertThat(names.persons()).containsExactly("潘建平");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "。", "·", "（", "12345", "市", "王", "王王王王王王", "、、、", "A·B"})
  void findsNothingInScraps(String text) {
    Entities names = find(Set.of(), text, text);

    assertThat(names.persons()).isEmpty();
    assertThat(names.organisations()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"persons", "places", "organisations", "foreign", "words"})
  void listsHoldNoWordTwiceInASection(String list) {
    TermFile file = TermFile.resource("/names/" + list + ".terms");

    assertThat(
            file.entries().stream()
                .collect(
                    Collectors.groupingBy(e -> e.name() + " " + e.term(), Collectors.counting()))
                .entrySet())
        .filteredOn(e -> e.getValue() > 1)
        .isEmpty();
  }
}
