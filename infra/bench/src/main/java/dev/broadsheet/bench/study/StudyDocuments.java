package dev.broadsheet.bench.study;

import dev.broadsheet.bench.page.MadePage;
import dev.broadsheet.bench.page.PageArticles;
import dev.broadsheet.bench.page.PageMaker;
import dev.broadsheet.contract.Article;
import java.util.ArrayList;
import java.util.List;

/// The articles that are searched.
final class StudyDocuments {
  private static final long SEED = 4;

  private StudyDocuments() {}

  static List<Article> of(List<String> samples, int count) {
    var maker = new PageMaker("study", samples, SEED);
    List<MadePage> pages = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      pages.add(maker.next());
    }
    return new PageArticles().of(pages);
  }
}
