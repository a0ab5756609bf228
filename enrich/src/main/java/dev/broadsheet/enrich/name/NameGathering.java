package dev.broadsheet.enrich.name;

import dev.broadsheet.contract.Article.Entities;
import dev.broadsheet.enrich.lexicon.Lexicon;
import dev.broadsheet.enrich.lexicon.Passage;
import dev.broadsheet.enrich.lexicon.WordClass;
import dev.broadsheet.enrich.name.Mentions.Span;
import dev.broadsheet.enrich.name.PersonScanner.Candidate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/// What was found so far in one article. For one article and one thread.
final class NameGathering {
  /// How often a possible name stands in an article that is surely one.
  private static final int OFTEN = 2;

  /// A word rarer than this may be a place's name.
  private static final float RARE = 12;

  private final NameLists lists;
  private final Set<String> bylineNames;
  private final NameTable persons = new NameTable();
  private final NameTable possible = new NameTable();
  private final NameTable places = new NameTable();
  private final NameTable organisations = new NameTable();
  private final List<Passage> passages = new ArrayList<>();

  /// Of one passage after another.
  private final Mentions foundPlaces;

  private final Mentions foundOrganisations;
  private final Mentions foundForeigners;
  private final Mentions foundPersons;

  /// Characters of no person's name, as they belong to another one.
  private final BitSet taken = new BitSet();

  private int position;

  /// @param longest length of the longest passage
  NameGathering(NameLists lists, Set<String> bylineNames, int longest) {
    this.lists = lists;
    this.bylineNames = bylineNames;
    foundPlaces = new Mentions(longest);
    foundOrganisations = new Mentions(longest);
    foundForeigners = new Mentions(longest);
    foundPersons = new Mentions(longest);
  }

  /// Reads a passage from `from`; before it only places are looked for.
  ///
  /// A lone place name gives way to a person (the city 安阳 in 安阳春), one with its unit does not.
  void read(Passage passage, int from) {
    foundPlaces.clear();
    foundOrganisations.clear();
    foundForeigners.clear();
    foundPersons.clear();
    taken.clear();
    new PlaceScanner(lists, passage, foundPlaces).scan();
    new OrganisationScanner(lists, passage, foundPlaces, foundOrganisations).scan();
    new ForeignScanner(lists, passage, foundForeigners).scan();
    take(passage, from);
    new PersonScanner(lists, passage, taken)
        .scan(
            c -> {
              if (c.start() >= from) {
                addPerson(passage, c);
              }
            });
    for (Span span : foundPlaces.spans()) {
      boolean part =
          foundOrganisations.touches(span.start(), span.end())
              || foundPersons.touches(span.start(), span.end());
      if (!part) {
        add(passage, span, places);
      }
    }
    passages.add(passage);
    position += passage.length() + 1;
  }

  /// Adds foreigners and organisations; no other person is looked for in them and in whole places.
  private void take(Passage passage, int from) {
    for (Span span : foundForeigners.spans()) {
      add(passage, span, persons);
      taken.set(span.start(), span.end());
    }
    for (Span span : foundOrganisations.spans()) {
      if (span.start() >= from) {
        add(passage, span, organisations);
        taken.set(span.start(), span.end());
      }
    }
    for (Span span : foundPlaces.spans()) {
      if (span.whole() && !taken.get(span.start())) {
        taken.set(span.start(), span.end());
      }
    }
  }

  private void add(Passage passage, Span span, NameTable names) {
    names.add(passage.text(), span.start(), span.end(), position + span.start());
  }

  private void addPerson(Passage passage, Candidate candidate) {
    boolean certain = candidate.points() >= NameFinder.CERTAIN;
    if (certain) {
      foundPersons.add(candidate.start(), candidate.end(), true);
    }
    (certain ? persons : possible)
        .add(passage.text(), candidate.start(), candidate.end(), position + candidate.start());
  }

  Entities entities() {
    persons.addAll(possible, OFTEN);
    addShortPlaces();
    return new Entities(
        persons.inOrder(bylineNames), places.inOrder(Set.of()), organisations.inOrder(Set.of()));
  }

  /// A place that is named with its unit is often named without it elsewhere: 南河县, then 南河.
  private void addShortPlaces() {
    List<String> names = new ArrayList<>();
    for (String place : places.names()) {
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
        places.addEarlier(passage.text(), i, end, offset + i);
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
}
