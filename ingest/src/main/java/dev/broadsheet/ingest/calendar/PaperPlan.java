package dev.broadsheet.ingest.calendar;

import dev.broadsheet.ingest.yaml.YamlMap;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What is expected of a paper.
///
/// @param paper its name as the masthead has it, which is what the index knows it by
/// @param keys shape of its issue keys; empty when withdrawn issues cannot be told by their keys
/// @param days on which it comes out
/// @param pages that an issue has at least; 0 when that is not known
/// @param due when an issue of a day must be there
public record PaperPlan(
    String paper, Optional<PageTemplate> keys, PublishingDays days, int pages, Due due) {
  private static final int MOST_PAGES = 999;

  /// When an issue must be there.
  ///
  /// @param time on the day of the issue
  /// @param zone of that time
  public record Due(LocalTime time, ZoneId zone) {
    /// The instant from which the issue of a day is late.
    public Instant of(LocalDate day) {
      return day.atTime(time).atZone(zone).toInstant();
    }

    /// The day that it is there.
    public LocalDate today(Instant now) {
      return LocalDate.ofInstant(now, zone);
    }
  }

  /// No day at all: what is assumed of a paper without a plan.
  public static PaperPlan unknown(String paper) {
    return new PaperPlan(
        paper,
        Optional.empty(),
        new PublishingDays(Set.of(), PublishingDays.DAILY.life(), List.of(), List.of()),
        0,
        new Due(LocalTime.MAX, ZoneId.of("Asia/Shanghai")));
  }

  /// Reads the papers of a file.
  ///
  /// @throws IllegalArgumentException that names the file, the member and what is allowed
  public static List<PaperPlan> readAll(Path file) {
    YamlMap root = YamlMap.read(file);
    List<PaperPlan> plans = root.maps("papers").stream().map(PaperPlan::read).toList();
    root.finish();
    var names = new HashSet<String>();
    for (PaperPlan plan : plans) {
      if (!names.add(plan.paper())) {
        throw root.wrong("papers", plan.paper() + " is there twice");
      }
    }
    return plans;
  }

  private static PaperPlan read(YamlMap map) {
    var plan =
        new PaperPlan(
            map.required("paper"),
            map.value(
                "keys",
                Optional.<PageTemplate>empty(),
                t -> Optional.of(PageTemplate.parse(t)),
                "a pattern such as lanjiangrb/{date}/{page} is due"),
            PublishingDays.read(map),
            map.count("pages", 0, 0, MOST_PAGES),
            due(map, "expected-by"));
    map.finish();
    return plan;
  }

  private static Due due(YamlMap map, String name) {
    return new Due(
        map.value(name, LocalTime.of(9, 0), LocalTime::parse, "a time such as \"09:00\" is due"),
        map.value(
            "zone",
            ZoneId.of("Asia/Shanghai"),
            ZoneId::of,
            "a time zone such as Asia/Shanghai is due"));
  }
}
