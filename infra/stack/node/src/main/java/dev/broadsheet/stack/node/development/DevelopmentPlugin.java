package dev.broadsheet.stack.node.development;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cjk.CJKBigramFilter;
import org.apache.lucene.analysis.cjk.CJKWidthFilter;
import org.elasticsearch.cluster.node.DiscoveryNodes;
import org.elasticsearch.cluster.service.ClusterService;
import org.elasticsearch.features.NodeFeature;
import org.elasticsearch.index.analysis.AnalyzerProvider;
import org.elasticsearch.index.analysis.PreBuiltAnalyzerProviderFactory;
import org.elasticsearch.index.analysis.PreConfiguredTokenFilter;
import org.elasticsearch.index.analysis.TokenFilterFactory;
import org.elasticsearch.indices.analysis.AnalysisModule.AnalysisProvider;
import org.elasticsearch.indices.analysis.PreBuiltCacheFactory.CachingStrategy;
import org.elasticsearch.plugins.ActionPlugin;
import org.elasticsearch.plugins.AnalysisPlugin;
import org.elasticsearch.plugins.Plugin;
import org.elasticsearch.rest.RestHandler;
import org.jspecify.annotations.Nullable;

/// The parts of the full distribution's unpublished modules that development needs: `GET /`, the
/// `cjk` analyzer and the token filters it is made of. Names and settings are those of the full
/// distribution, so that one index template serves both.
public final class DevelopmentPlugin extends Plugin implements ActionPlugin, AnalysisPlugin {
  private static final String WIDTH = "cjk_width";
  private static final String BIGRAM = "cjk_bigram";
  private static final String ANALYZER = "cjk";

  private @Nullable ClusterService clusterService;

  @Override
  public Collection<?> createComponents(PluginServices services) {
    clusterService = services.clusterService();
    return List.of();
  }

  @Override
  public Collection<RestHandler> getRestHandlers(
      RestHandlersServices services,
      Supplier<DiscoveryNodes> nodes,
      Predicate<NodeFeature> clusterSupportsFeature) {
    return clusterService == null ? List.of() : List.of(new RootHandler(clusterService));
  }

  @Override
  public Map<String, AnalysisProvider<TokenFilterFactory>> getTokenFilters() {
    return Map.of(
        WIDTH, (_, _, name, _) -> new CjkWidth(name),
        BIGRAM, (_, _, name, settings) -> CjkBigram.from(name, settings));
  }

  /// The same filters without settings, for analyzers that name them without defining them.
  @Override
  public List<PreConfiguredTokenFilter> getPreConfiguredTokenFilters() {
    return List.of(
        PreConfiguredTokenFilter.singleton(WIDTH, true, CJKWidthFilter::new),
        PreConfiguredTokenFilter.singleton(BIGRAM, false, CJKBigramFilter::new));
  }

  @Override
  public Map<String, AnalysisProvider<AnalyzerProvider<? extends Analyzer>>> getAnalyzers() {
    return Map.of(ANALYZER, (_, _, name, settings) -> new CjkAnalyzer(name, settings));
  }

  @Override
  public List<PreBuiltAnalyzerProviderFactory> getPreBuiltAnalyzerProviderFactories() {
    return List.of(
        new PreBuiltAnalyzerProviderFactory(ANALYZER, CachingStrategy.ONE, CJKAnalyzer::new));
  }
}
