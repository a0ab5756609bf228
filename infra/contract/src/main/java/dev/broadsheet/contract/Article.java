package dev.broadsheet.contract;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The article document: the record of the articles topic and, byte for byte, what is indexed.
///
/// In JSON the components of [Text], [Findings] and [Version] stand at the top level; names are in
/// snake case; absent values are null, absent lists empty.
///
/// @param id text of the [ArticleId]
/// @param position in reading order, from 1
/// @param publishedOn day of the issue; null when it is not known
/// @param issue what the masthead, the hints and the page say of the issue
/// @param text as printed, healed
/// @param findings what was found in the text
/// @param version which revision this is, and where it comes from
public record Article(
    String id,
    int position,
    @Nullable LocalDate publishedOn,
    Issue issue,
    @JsonUnwrapped Text text,
    @JsonUnwrapped Findings findings,
    @JsonUnwrapped Version version) {

  /// The document that takes the place of a withdrawn article: nothing in it to search.
  public static Article withdrawn(ArticleId id, Version version) {
    if (!version.withdrawn()) {
      throw new IllegalArgumentException("version of withdrawn article %s is live".formatted(id));
    }
    return new Article(
        id.toString(),
        id.position(),
        null,
        Issue.of(id.issueKey()),
        Text.NONE,
        Findings.NONE,
        version);
  }

  /// The issue, as far as the page says.
  ///
  /// @param key issue key
  /// @param publisher the organisation that publishes, or whose organ the paper is
  /// @param serial CN number, `CN42-0039`
  /// @param number running number of the issue
  /// @param dateSource where `date` is from
  /// @param lunarDate as printed, `乙巳年二月廿一`
  /// @param weekday as printed, `星期四`
  /// @param pages number of pages of the issue
  /// @param page number of this page
  /// @param section name of the page, from its banner
  public record Issue(
      String key,
      @Nullable String paper,
      @Nullable String publisher,
      @Nullable String serial,
      @Nullable String postalCode,
      @Nullable Integer number,
      @Nullable LocalDate date,
      @Nullable String dateSource,
      @Nullable String lunarDate,
      @Nullable String weekday,
      @Nullable Integer pages,
      @Nullable Integer page,
      @Nullable String section,
      @Nullable String website) {
    /// An issue of which nothing but the key is known.
    public static Issue of(String key) {
      return new Issue(
          key, null, null, null, null, null, null, null, null, null, null, null, null, null);
    }
  }

  /// The article as printed, with the damage of extraction healed.
  ///
  /// @param genre news, commentary, feature, interview, photo, brief, notice, teaser or promo;
  ///     null when withdrawn
  /// @param agency whose report it is, `本报`, `新华社`
  /// @param body one paragraph a line; may be empty for a teaser
  public record Text(
      @Nullable String headline,
      @Nullable String kicker,
      List<String> subheads,
      @Nullable String column,
      @Nullable String genre,
      Byline byline,
      @Nullable String agency,
      Dateline dateline,
      String body,
      List<String> captions,
      @Nullable Integer continuedOn,
      @Nullable Integer continuedFrom) {
    static final Text NONE =
        new Text(
            null,
            null,
            List.of(),
            null,
            null,
            Byline.NONE,
            null,
            Dateline.NONE,
            "",
            List.of(),
            null,
            null);

    public Text {
      subheads = List.copyOf(subheads);
      captions = List.copyOf(captions);
    }
  }

  /// Who wrote it.
  ///
  /// @param text as printed
  public record Byline(
      @Nullable String text,
      List<String> reporters,
      List<String> correspondents,
      List<String> photographers) {
    public static final Byline NONE = new Byline(null, List.of(), List.of(), List.of());

    public Byline {
      reporters = List.copyOf(reporters);
      correspondents = List.copyOf(correspondents);
      photographers = List.copyOf(photographers);
    }
  }

  /// Where and when it was filed.
  public record Dateline(@Nullable String place, @Nullable LocalDate date) {
    public static final Dateline NONE = new Dateline(null, null);
  }

  /// What was found in the text.
  ///
  /// @param eventDate value of the main event's date, as in [DateMention#value]
  /// @param topics heaviest first
  /// @param length characters of the body (code points), without white space
  /// @param fingerprint near-duplicate hash, 16 hex digits
  /// @param duplicateOf id of the article that this one repeats
  /// @param flags what is uncertain or was repaired, sorted
  public record Findings(
      @Nullable String eventDate,
      List<DateMention> dates,
      List<TopicLabel> topics,
      Entities entities,
      List<String> keywords,
      int length,
      @Nullable String fingerprint,
      @Nullable String duplicateOf,
      List<String> flags) {
    static final Findings NONE =
        new Findings(
            null, List.of(), List.of(), Entities.NONE, List.of(), 0, null, null, List.of());

    public Findings {
      dates = List.copyOf(dates);
      topics = List.copyOf(topics);
      keywords = List.copyOf(keywords);
      flags = List.copyOf(flags);
    }
  }

  /// A date expression and the days that it means.
  ///
  /// @param text as printed, the shortest piece that fixes the value
  /// @param value day `2025-03-18`, month `2024-11`, quarter `2025-Q1`, year `2024`, or range
  ///     `2025-03-07/2025-03-08`
  /// @param from first day
  /// @param to last day
  /// @param field where it stands: `kicker`, `headline`, `subheads` or `body`
  /// @param start offset of its first character in that field, in code points
  /// @param end offset behind its last character, in code points
  @JsonPropertyOrder({"text", "value", "from", "to", "field", "start", "end"})
  public record DateMention(
      String text, String value, LocalDate from, LocalDate to, String field, int start, int end) {}

  /// A media topic, with the words that speak for it.
  ///
  /// @param code IPTC Media Topics, `medtop:11000000`
  /// @param score from 0 to 1
  public record TopicLabel(String code, String label, double score, List<String> evidence) {
    public TopicLabel {
      evidence = List.copyOf(evidence);
    }
  }

  /// Names, each once, in order of first appearance.
  public record Entities(List<String> persons, List<String> places, List<String> organisations) {
    public static final Entities NONE = new Entities(List.of(), List.of(), List.of());

    public Entities {
      persons = List.copyOf(persons);
      places = List.copyOf(places);
      organisations = List.copyOf(organisations);
    }
  }

  /// Which revision this is, and where it comes from.
  ///
  /// @param revision of the issue; the external version in Elasticsearch
  /// @param withdrawn whether it is hidden from search
  /// @param pipeline version of the code that made it
  public record Version(long revision, boolean withdrawn, Source source, String pipeline) {}

  /// The record that it was made from.
  ///
  /// @param sha256 of the original bytes of the issue
  public record Source(
      String uri,
      String sha256,
      @Nullable Instant receivedAt,
      String topic,
      int partition,
      long offset) {}
}
