package dev.broadsheet.bench.growth;

import dev.broadsheet.bench.page.MadePage;
import dev.broadsheet.bench.page.PageMaker;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;

/// Made pages without end, in blocks: in each block some characters of the phrases are others,
/// drawn as often as they occur, so that new words go on coming as they do in a daily. An index
/// that meets the same words again and again has less to do than one that grows.
///
/// Immutable; any number of threads may ask for blocks.
final class FreshPages {
  static final int PAGES_OF_A_BLOCK = 50;

  /// One character of so many is another.
  private static final int ONE_OF = 16;

  private final String name;
  private final List<String> samples;
  private final int[] letters;
  private final long seed;

  /// @param name the first part of all issue keys
  /// @param samples pages whose vocabulary is used
  FreshPages(String name, List<String> samples, long seed) {
    this.name = name;
    this.samples = List.copyOf(samples);
    this.seed = seed;
    this.letters =
        samples.stream().flatMapToInt(String::chars).filter(Character::isIdeographic).toArray();
  }

  /// The pages of a block; the same number gives the same pages, and no key is in two blocks.
  List<MadePage> block(int number) {
    var random = new Random(seed * 1_000_003 + number);
    List<String> changed = samples.stream().map(sample -> changed(sample, random)).toList();
    var maker = new PageMaker("%s%05d".formatted(name, number), changed, random.nextLong());
    List<MadePage> pages = new ArrayList<>();
    for (int i = 0; i < PAGES_OF_A_BLOCK; i++) {
      pages.add(maker.next());
    }
    return pages;
  }

  private String changed(String sample, Random random) {
    return sample
        .chars()
        .map(
            c ->
                Character.isIdeographic(c) && random.nextInt(ONE_OF) == 0
                    ? letters[random.nextInt(letters.length)]
                    : c)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }
}
