package dev.broadsheet.stack.node.development;

import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.elasticsearch.common.settings.Settings;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.lucene.analysis.miscellaneous.DisableGraphAttribute;

/// `cjk_bigram`: pairs of neighbouring characters. Settings: `ignored_scripts` (of `han`,
/// `hiragana`, `katakana`, `hangul`) and `output_unigrams`.
final class CjkBigram extends AbstractTokenFilterFactory {
  private static final Map<String, Integer> SCRIPTS =
      Map.of(
          "han", CJKBigramFilter.HAN,
          "hiragana", CJKBigramFilter.HIRAGANA,
          "katakana", CJKBigramFilter.KATAKANA,
          "hangul", CJKBigramFilter.HANGUL);

  private final int scripts;
  private final boolean unigrams;

  private CjkBigram(String name, int scripts, boolean unigrams) {
    super(name);
    this.scripts = scripts;
    this.unigrams = unigrams;
  }

  static CjkBigram from(String name, Settings settings) {
    List<String> ignored = settings.getAsList("ignored_scripts");
    int scripts =
        SCRIPTS.entrySet().stream()
            .filter(script -> !ignored.contains(script.getKey()))
            .mapToInt(Map.Entry::getValue)
            .sum();
    return new CjkBigram(name, scripts, settings.getAsBoolean("output_unigrams", false));
  }

  @Override
  public TokenStream create(TokenStream tokens) {
    var bigrams = new CJKBigramFilter(tokens, scripts, unigrams);
    if (unigrams) {
      // Unigrams and bigrams of one text are not aligned: a token graph of them explodes.
      bigrams.addAttribute(DisableGraphAttribute.class);
    }
    return bigrams;
  }
}
