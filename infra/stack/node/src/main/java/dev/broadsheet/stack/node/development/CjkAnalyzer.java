package dev.broadsheet.stack.node.development;

import org.apache.lucene.analysis.CharArraySet;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.AbstractIndexAnalyzerProvider;

/// The `cjk` analyzer. Setting: `stopwords`, a list of words in place of Lucene's English ones;
/// `_none_` for an empty one.
final class CjkAnalyzer extends AbstractIndexAnalyzerProvider<CJKAnalyzer> {
  private final CJKAnalyzer analyzer;

  CjkAnalyzer(String name, Settings settings) {
    super(name);
    this.analyzer = new CJKAnalyzer(stopWords(settings));
  }

  private static CharArraySet stopWords(Settings settings) {
    if (!settings.hasValue("stopwords")) {
      return CJKAnalyzer.getDefaultStopSet();
    }
    var words = settings.getAsList("stopwords");
    return words.contains("_none_") ? CharArraySet.EMPTY_SET : new CharArraySet(words, false);
  }

  @Override
  public CJKAnalyzer get() {
    return analyzer;
  }
}
