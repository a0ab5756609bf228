package dev.broadsheet.enrich.split;

import dev.broadsheet.enrich.split.Assembly.Cut;
import dev.broadsheet.enrich.split.RoleDecoder.State;
import java.util.ArrayList;
import java.util.List;

/// Cuts the raw text of a newspaper page into its articles.
///
/// A pure function of the text, in time linear in its length. No input is an error: text without a
/// sign of print is one article without a headline.
public final class PageSplitter {
  private PageSplitter() {}

  /// The articles of a page, the fields of its masthead, and where every character went.
  ///
  /// @param rawText the text of one page as extracted
  public static PageSplit split(String rawText) {
    Page page = Page.of(rawText);
    List<Stretch> stretches = new BodyReader(page).read();
    Vocabulary vocabulary = new Vocabulary(stretches);
    stretches.forEach(ParallelLeads::part);
    List<Stretch> parts = new SoftCuts(vocabulary).cut(stretches);
    List<Stretch> joined = Weaver.weave(page, vocabulary, parts);
    new StrayCrossheads(page, vocabulary).put(joined);
    List<Cut> cuts = new Assembly(page, vocabulary, joined).cuts();
    MastheadReader masthead = new MastheadReader();
    for (int i = 0; i < page.size(); i++) {
      if (page.state(i) == State.FURNITURE) {
        masthead.read(page.furniture(i));
      }
    }
    Ledger ledger = new Ledger(rawText, page);
    List<ArticleDraft> articles = new ArrayList<>();
    for (Cut cut : cuts) {
      articles.add(new DraftWriter(page, cut, articles.size(), ledger).write());
    }
    return new PageSplit(masthead.fields(), articles, ledger.segments());
  }
}
