package dev.broadsheet.enrich.subject;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.contract.Article.Entities;
import dev.broadsheet.contract.Article.TopicLabel;
import dev.broadsheet.enrich.lexicon.Reading;
import dev.broadsheet.enrich.name.NameFinder;
import dev.broadsheet.enrich.name.NameLists;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class KeywordPickerTest {
  private static final TopicTerms TERMS = TopicTerms.load();
  private static final NameLists LISTS = NameLists.load(TERMS.words());

  @Test
  void picksNamesTopicsAndWhatIsRepeated() {
    Reading reading =
        Reading.of(
            LISTS.segmenter(),
            List.of("柑橘园里装上了气象站"),
            null,
            List.of("在清河县，种植大户唐根宝的柑橘园里装上了小型气象站。", "“柑橘最怕冻。”唐根宝说，有了气象站，柑橘防冻就有了准数。"));
    Entities names = NameFinder.of(LISTS).find(reading, Set.of());
    List<TopicLabel> topics = TopicClassifier.of(TERMS).classify(reading);

    List<String> keywords = KeywordPicker.pick(reading, names, topics);

    assertThat(keywords).contains("柑橘", "唐根宝", "清河县").hasSizeBetween(4, 8);
  }

  @Test
  void picksNothingFromNothing() {
    Reading reading = new Reading(List.of(), List.of(), List.of());

    assertThat(KeywordPicker.pick(reading, Entities.NONE, List.of())).isEmpty();
  }
}
