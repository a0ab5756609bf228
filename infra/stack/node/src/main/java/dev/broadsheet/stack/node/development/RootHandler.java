package dev.broadsheet.stack.node.development;

import java.io.IOException;
import java.util.List;
import org.elasticsearch.Build;
import org.elasticsearch.client.internal.node.NodeClient;
import org.elasticsearch.cluster.service.ClusterService;
import org.elasticsearch.index.IndexVersion;
import org.elasticsearch.rest.BaseRestHandler;
import org.elasticsearch.rest.RestChannel;
import org.elasticsearch.rest.RestRequest;
import org.elasticsearch.rest.RestRequest.Method;
import org.elasticsearch.rest.RestResponse;
import org.elasticsearch.rest.RestStatus;

/// `GET /`: who answers here, in the form of the full distribution; clients ask this first.
final class RootHandler extends BaseRestHandler {
  private final ClusterService clusterService;

  RootHandler(ClusterService clusterService) {
    this.clusterService = clusterService;
  }

  @Override
  public String getName() {
    return "broadsheet_root";
  }

  @Override
  public List<Route> routes() {
    return List.of(new Route(Method.GET, "/"), new Route(Method.HEAD, "/"));
  }

  @Override
  protected RestChannelConsumer prepareRequest(RestRequest request, NodeClient client) {
    return this::answer;
  }

  private void answer(RestChannel channel) throws IOException {
    var build = Build.current();
    try (var json = channel.newBuilder()) {
      json.startObject()
          .field("name", clusterService.getNodeName())
          .field("cluster_name", clusterService.getClusterName().value())
          .field("cluster_uuid", clusterService.state().metadata().clusterUUID())
          .startObject("version")
          .field("number", build.qualifiedVersion())
          .field("build_flavor", build.flavor())
          .field("build_type", build.type().displayName())
          .field("build_hash", build.hash())
          .field("build_date", build.date())
          .field("build_snapshot", build.isSnapshot())
          .field("lucene_version", IndexVersion.current().luceneVersion().toString())
          .field("minimum_wire_compatibility_version", build.minWireCompatVersion())
          .field("minimum_index_compatibility_version", build.minIndexCompatVersion())
          .endObject()
          .field("tagline", "You Know, for Search")
          .endObject();
      channel.sendResponse(new RestResponse(RestStatus.OK, json));
    }
  }
}
