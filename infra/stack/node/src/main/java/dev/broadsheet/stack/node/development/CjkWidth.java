package dev.broadsheet.stack.node.development;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.elasticsearch.index.analysis.AbstractTokenFilterFactory;
import org.elasticsearch.index.analysis.TokenFilterFactory;

/// `cjk_width`: full-width ASCII becomes ASCII, half-width kana become kana.
final class CjkWidth extends AbstractTokenFilterFactory implements TokenFilterFactory {
  CjkWidth(String name) {
    super(name);
  }

  @Override
  public TokenStream create(TokenStream tokens) {
    return new CJKWidthFilter(tokens);
  }

  /// Folding width is right for single terms too: wildcards and normalizers use it.
  @Override
  public TokenStream normalize(TokenStream tokens) {
    return create(tokens);
  }
}
