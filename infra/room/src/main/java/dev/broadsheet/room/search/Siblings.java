package dev.broadsheet.room.search;

import co.elastic.clients.elasticsearch._types.aggregations.StringTermsAggregate;
import co.elastic.clients.elasticsearch._types.aggregations.StringTermsBucket;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The pages of one day's paper.
final class Siblings {
  private static final Comparator<Pages.PageEntry> ORDER =
      Comparator.<Pages.PageEntry>comparingInt(p -> p.page() == null ? Integer.MAX_VALUE : p.page())
          .thenComparing(Pages.PageEntry::key);

  private Siblings() {}

  static List<Pages.PageEntry> of(StringTermsAggregate keys) {
    return keys.buckets().array().stream().map(Siblings::page).sorted(ORDER).toList();
  }

  private static Pages.PageEntry page(StringTermsBucket bucket) {
    Double page = ArticleIndex.aggregate(bucket.aggregations(), "page").min().value();
    return new Pages.PageEntry(
        bucket.key().stringValue(),
        page == null || !Double.isFinite(page) ? null : page.intValue(),
        section(bucket),
        bucket.docCount());
  }

  private static @Nullable String section(StringTermsBucket bucket) {
    return ArticleIndex.aggregate(bucket.aggregations(), "section")
        .sterms()
        .buckets()
        .array()
        .stream()
        .map(b -> b.key().stringValue())
        .findFirst()
        .orElse(null);
  }
}
