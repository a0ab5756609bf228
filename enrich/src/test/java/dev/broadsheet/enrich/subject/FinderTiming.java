package dev.broadsheet.enrich.subject;

import dev.broadsheet.contract.Article.Entities;
import dev.broadsheet.enrich.lexicon.Reading;
import dev.broadsheet.enrich.name.NameFinder;
import dev.broadsheet.enrich.name.NameLists;
import dev.broadsheet.enrich.split.ArticleDraft;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// Prints how long loading takes and each finder needs for an article of 600 characters cut
/// from a text file, warm, on one core: `FinderTiming FILE`.
public final class FinderTiming {
  private static final int CHARACTERS = 600;
  private static final int ROUNDS = 20_000;

  private FinderTiming() {}

  public static void main(String[] args) throws IOException {
    long start = System.nanoTime();
    NameLists lists = NameLists.load();
    long listed = System.nanoTime();
    TopicClassifier topics = TopicClassifier.load();
    GenreClassifier genres = GenreClassifier.load();
    long loaded = System.nanoTime();
    System.out.printf(
        "load: names %d ms, topics and genres %d ms%n",
        (listed - start) / 1_000_000, (loaded - listed) / 1_000_000);
    String text = Files.readString(Path.of(args[0])).replaceAll("\\s", "").substring(0, CHARACTERS);
    NameFinder names = NameFinder.of(lists);
    ArticleDraft draft =
        new ArticleDraft(
            new ArticleDraft.Head(text.substring(0, 16), null, List.of(), null),
            List.of(),
            List.of(text.substring(0, 200), text.substring(200, 400), text.substring(400)),
            List.of(),
            ArticleDraft.Jumps.NONE,
            List.of());
    Reading reading = read(lists, draft);
    Entities found = names.find(reading, Set.of());
    var labels = topics.classify(reading);
    for (int i = 0; i < 3; i++) {
      time("read", () -> read(lists, draft));
      time("names", () -> names.find(reading, Set.of()));
      time("topics", () -> topics.classify(reading));
      time("keywords", () -> KeywordPicker.pick(reading, found, labels));
      time("genre", () -> genres.classify(draft, null));
      time("fingerprint", () -> Fingerprint.of(draft.body()));
    }
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    System.out.printf("heap in use: %d MB%n", (runtime.totalMemory() - runtime.freeMemory()) >> 20);
  }

  private static Reading read(NameLists lists, ArticleDraft draft) {
    return Reading.of(
        lists.segmenter(),
        List.of(String.valueOf(draft.head().headline())),
        null,
        draft.paragraphs());
  }

  private static void time(String name, Runnable work) {
    long start = System.nanoTime();
    for (int i = 0; i < ROUNDS; i++) {
      work.run();
    }
    System.out.printf("%-12s %6.1f us%n", name, (System.nanoTime() - start) / 1000.0 / ROUNDS);
  }
}
