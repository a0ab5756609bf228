package dev.broadsheet.bench;

import dev.broadsheet.contract.Article;
import dev.broadsheet.enrich.Enrichment;
import dev.broadsheet.enrich.IssueEnricher;
import dev.broadsheet.enrich.byline.BylineReader;
import dev.broadsheet.enrich.date.DateResolver;
import dev.broadsheet.enrich.lexicon.Reading;
import dev.broadsheet.enrich.name.NameFinder;
import dev.broadsheet.enrich.name.NameLists;
import dev.broadsheet.enrich.split.PageSplit;
import dev.broadsheet.enrich.split.PageSplitter;
import dev.broadsheet.enrich.subject.Fingerprint;
import dev.broadsheet.enrich.subject.GenreClassifier;
import dev.broadsheet.enrich.subject.KeywordPicker;
import dev.broadsheet.enrich.subject.TopicClassifier;
import dev.broadsheet.enrich.subject.TopicTerms;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/// One call takes one page of six articles, the pages by turns.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CoreBenchmark {
  private final IssueEnricher enricher = IssueEnricher.load();
  private final TopicTerms terms = TopicTerms.load();
  private final NameLists lists = NameLists.load(terms.words());
  private final NameFinder names = NameFinder.of(lists);
  private final TopicClassifier topics = TopicClassifier.of(terms);
  private final GenreClassifier genres = GenreClassifier.load();
  private final List<String> pages = Corpus.pages();
  private final List<List<Corpus.Draft>> drafts = pages.stream().map(Corpus::drafts).toList();
  private final List<List<Reading>> readings = drafts.stream().map(this::readAll).toList();
  private int turn;

  private int next() {
    turn = (turn + 1) % Corpus.PAGES;
    return turn;
  }

  private List<Reading> readAll(List<Corpus.Draft> page) {
    return page.stream().map(draft -> draft.read(lists.segmenter())).toList();
  }

  /// The whole core: page in, article documents out.
  @Benchmark
  public Enrichment everything(Cpu cpu) {
    String page = pages.get(next());
    return cpu.count(() -> enricher.enrich(Corpus.issue(page), Corpus.SOURCE));
  }

  /// All parts but the search for names, and no documents.
  @Benchmark
  public List<Object> withoutNames(Cpu cpu) {
    String page = pages.get(next());
    return cpu.count(
        () -> {
          List<Object> found = new ArrayList<>();
          for (Corpus.Draft draft : Corpus.drafts(page)) {
            found.add(dates(draft));
            found.add(BylineReader.read(draft.article(), draft.reference()));
            found.add(genres.classify(draft.article(), null));
            found.add(subject(draft.read(lists.segmenter())));
            found.add(Fingerprint.of(draft.article().body()));
          }
          return found;
        });
  }

  /// Repair, roles and articles.
  @Benchmark
  public PageSplit split(Cpu cpu) {
    String page = pages.get(next());
    return cpu.count(() -> PageSplitter.split(page));
  }

  @Benchmark
  public List<?> dates(Cpu cpu) {
    List<Corpus.Draft> page = drafts.get(next());
    return cpu.count(() -> page.stream().map(CoreBenchmark::dates).toList());
  }

  @Benchmark
  public List<?> bylines(Cpu cpu) {
    List<Corpus.Draft> page = drafts.get(next());
    return cpu.count(
        () -> page.stream().map(d -> BylineReader.read(d.article(), d.reference())).toList());
  }

  /// Cutting into words, which names, topics and keywords share.
  @Benchmark
  public List<?> words(Cpu cpu) {
    List<Corpus.Draft> page = drafts.get(next());
    return cpu.count(() -> readAll(page));
  }

  @Benchmark
  public List<?> names(Cpu cpu) {
    List<Reading> page = readings.get(next());
    return cpu.count(() -> page.stream().map(r -> names.find(r, Set.of())).toList());
  }

  /// Topics and keywords.
  @Benchmark
  public List<?> subjects(Cpu cpu) {
    List<Reading> page = readings.get(next());
    return cpu.count(() -> page.stream().map(this::subject).toList());
  }

  @Benchmark
  public List<?> genres(Cpu cpu) {
    List<Corpus.Draft> page = drafts.get(next());
    return cpu.count(() -> page.stream().map(d -> genres.classify(d.article(), null)).toList());
  }

  @Benchmark
  public List<?> fingerprints(Cpu cpu) {
    List<Corpus.Draft> page = drafts.get(next());
    return cpu.count(() -> page.stream().map(d -> Fingerprint.of(d.article().body())).toList());
  }

  private static Object dates(Corpus.Draft draft) {
    return DateResolver.resolveGroup(
        draft.article().head(), draft.article().body(), draft.reference());
  }

  private List<String> subject(Reading reading) {
    return KeywordPicker.pick(reading, Article.Entities.NONE, topics.classify(reading));
  }
}
