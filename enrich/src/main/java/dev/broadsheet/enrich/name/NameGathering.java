package dev.broadsheet.enrich.name;

import dev.broadsheet.contract.Article.Entities;
import dev.broadsheet.enrich.lexicon.Lexicon;
import dev.broadsheet.enrich.lexicon.Passage;
import dev.broadsheet.enrich.lexicon.WordClass;
import dev.broadsheet.enrich.name.Mentions.Span;
import dev.broadsheet.enrich.name.PersonScanner.Candidate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What was found so far in one article. For one article and one thread.
final class NameGathering {
  /// How often a possible name stands in an article that is surely one.
  private static final int OFTEN = 2;

  /// A word rarer than this may be a place's name.
  private static final float RARE = 12;

  private final NameLists lists;
  private final Set<String> bylineNames;
  private final Map<String, Integer> persons = new LinkedHashMap<>();
  private final Map<String, Integer> possible = new LinkedHashMap<>();
  private final Map<String, Integer> possibleCounts = new LinkedHashMap<>();
  private final Map<String, Integer> places = new LinkedHashMap<>();
  private final Map<String, Integer> organisations = new LinkedHashMap<>();
  private final List<Passage> passages = new ArrayList<>();
  private int position;

  NameGathering(NameLists lists, Set<String> bylineNames) {
    this.lists = lists;
    this.bylineNames = bylineNames;
  }

  /// Reads a passage from `from`; before it only places are looked for.
  ///
  /// A lone place name gives way to a person (the city 安阳 in 安阳春), one with its unit does not.
  void read(Passage passage, int from) {
    Mentions foundPlaces = new PlaceScanner(lists, passage).scan();
    Mentions foundOrganisations = new OrganisationScanner(lists, passage, foundPlaces).scan();
    Mentions taken = new Mentions(passage);
    for (Span span : new ForeignScanner(lists, passage).scan().spans()) {
      add(passage, span, persons, taken);
    }
    for (Span span : foundOrganisations.spans()) {
      if (span.start() >= from) {
        add(passage, span, organisations, taken);
      }
    }
    for (Span span : foundPlaces.spans()) {
      if (span.whole() && !taken.covers(span.start())) {
        taken.addAround(span.start(), span.end());
      }
    }
    Mentions foundPersons = new Mentions(passage);
    new PersonScanner(lists, passage, taken)
        .scan(
            c -> {
              if (c.start() >= from) {
                addPerson(passage, c, foundPersons);
              }
            });
    for (Span span : foundPlaces.spans()) {
      boolean part =
          foundOrganisations.touches(span.start(), span.end())
              || foundPersons.touches(span.start(), span.end());
      if (!part) {
        places.putIfAbsent(printed(passage, span), position + span.start());
      }
    }
    passages.add(passage);
    position += passage.length() + 1;
  }

  private void add(Passage passage, Span span, Map<String, Integer> names, Mentions taken) {
    taken.addAround(span.start(), span.end());
    names.putIfAbsent(printed(passage, span), position + span.start());
  }

  private static String printed(Passage passage, Span span) {
    return passage.text().printed(span.start(), span.end());
  }

  private void addPerson(Passage passage, Candidate candidate, Mentions foundPersons) {
    String name = passage.text().printed(candidate.start(), candidate.end());
    int at = position + candidate.start();
    if (candidate.points() >= NameFinder.CERTAIN) {
      foundPersons.add(candidate.start(), candidate.end(), true);
      persons.putIfAbsent(name, at);
    } else {
      possible.putIfAbsent(name, at);
      possibleCounts.merge(name, 1, Integer::sum);
    }
  }

  Entities entities() {
    possibleCounts.forEach(
        (name, count) -> {
          Integer at = possible.get(name);
          if (at != null && (count >= OFTEN || persons.containsKey(name))) {
            persons.merge(name, at, Math::min);
          }
        });
    bylineNames.forEach(persons::remove);
    addShortPlaces();
    return new Entities(inOrder(persons), inOrder(places), inOrder(organisations));
  }

  /// A place that is named with its unit is often named without it elsewhere: 南河县, then 南河.
  private void addShortPlaces() {
    List<String> names = new ArrayList<>();
    for (String place : places.keySet()) {
      char last = place.charAt(place.length() - 1);
      if (place.length() > 2 && (last == '市' || last == '县' || last == '区')) {
        names.add(place.substring(0, place.length() - 1));
      }
    }
    if (names.isEmpty()) {
      return;
    }
    Lexicon lexicon = Lexicon.of(names);
    int offset = 0;
    for (Passage passage : passages) {
      addShortPlaces(passage, lexicon, offset);
      offset += passage.length() + 1;
    }
  }

  private void addShortPlaces(Passage passage, Lexicon names, int offset) {
    char[] letters = passage.letters();
    for (int i = 0; i < letters.length; i = passage.wordEnd(i)) {
      int end = i + names.longestFrom(letters, i, letters.length);
      if (end > i && passage.isBoundary(end) && !isUnit(passage, end) && isOwn(passage, i, end)) {
        places.merge(passage.text().printed(i, end), offset + i, Math::min);
      }
    }
  }

  /// Not a common word: the county 和平 is not in 和平发展.
  private static boolean isOwn(Passage passage, int start, int end) {
    return passage.wordEnd(start) != end
        || passage.classAt(start) == WordClass.PLACE
        || passage.costAt(start) > RARE;
  }

  private boolean isUnit(Passage passage, int at) {
    return lists.places().units().isNoted(passage, at);
  }

  private static List<String> inOrder(Map<String, Integer> names) {
    List<Map.Entry<String, Integer>> entries = new ArrayList<>(names.entrySet());
    entries.sort(Map.Entry.comparingByValue());
    List<String> order = new ArrayList<>(entries.size());
    for (Map.Entry<String, Integer> entry : entries) {
      order.add(entry.getKey());
    }
    return order;
  }
}
