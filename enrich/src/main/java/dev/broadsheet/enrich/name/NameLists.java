package dev.broadsheet.enrich.name;

import dev.broadsheet.enrich.lexicon.NoteSet;
import dev.broadsheet.enrich.lexicon.NotedWords;
import dev.broadsheet.enrich.lexicon.Notes;
import dev.broadsheet.enrich.lexicon.Passage;
import dev.broadsheet.enrich.lexicon.Segmenter;
import dev.broadsheet.enrich.lexicon.SpottedWords;
import dev.broadsheet.enrich.lexicon.TermFile;
import dev.broadsheet.enrich.lexicon.WordClass;
import dev.broadsheet.enrich.lexicon.WordDictionary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The word lists below `names/`, and the dictionary. Immutable, safe to share.
public final class NameLists {
  private final PersonLists persons;
  private final PlaceLists places;
  private final OrganisationLists organisations;
  private final ForeignLists foreign;
  private final Segmenter segmenter;

  private NameLists(Files files, SpottedWords spotted) {
    Notes notes = new Notes();
    persons = PersonLists.from(files.persons(), notes);
    places = PlaceLists.from(files.places(), notes);
    organisations = OrganisationLists.from(files.organisations(), notes);
    foreign = ForeignLists.from(files.foreign(), notes);
    segmenter = new Segmenter(WordDictionary.load(), listedWords(files), notes, spotted);
  }

  private record Files(
      TermFile persons,
      TermFile places,
      TermFile organisations,
      TermFile foreign,
      TermFile words) {}

  /// The lists that are shipped with the program.
  public static NameLists load() {
    return load(SpottedWords.NONE);
  }

  /// The lists that are shipped with the program, and words of others that the segmenter spots.
  public static NameLists load(SpottedWords spotted) {
    return new NameLists(
        new Files(
            TermFile.resource("/names/persons.terms"),
            TermFile.resource("/names/places.terms"),
            TermFile.resource("/names/organisations.terms"),
            TermFile.resource("/names/foreign.terms"),
            TermFile.resource("/names/words.terms")),
        spotted);
  }

  /// Words that the dictionary may lack and that must not be cut: 副市长, 卫健委.
  private static Map<String, WordClass> listedWords(Files files) {
    Map<String, WordClass> words = new LinkedHashMap<>();
    put(words, files.words().section("noun"), WordClass.NOUN);
    put(words, files.words().section("verb"), WordClass.VERB);
    put(words, PersonLists.titles(files.persons()), WordClass.NOUN);
    put(words, files.persons().section("speech"), WordClass.VERB);
    for (String list : List.of("company", "firm", "institution", "authority", "body")) {
      put(words, files.organisations().section(list), WordClass.NOUN);
    }
    put(words, files.organisations().section("whole"), WordClass.ORGANISATION);
    put(words, files.foreign().section("known"), WordClass.PERSON);
    put(words, PlaceLists.gazetteer(files.places()), WordClass.PLACE);
    return words;
  }

  private static void put(Map<String, WordClass> words, List<String> list, WordClass kind) {
    list.stream().filter(w -> w.length() > 1).forEach(w -> words.put(w, kind));
  }

  PersonLists persons() {
    return persons;
  }

  PlaceLists places() {
    return places;
  }

  OrganisationLists organisations() {
    return organisations;
  }

  ForeignLists foreign() {
    return foreign;
  }

  /// Cuts text into words as the finders need it.
  public Segmenter segmenter() {
    return segmenter;
  }

  /// Lists of persons' names.
  ///
  /// @param promises what stands where a name may begin: a surname, or a title or role before it
  record PersonLists(
      Surnames surnames,
      Given given,
      NotedWords titlesBefore,
      NotedWords roles,
      NotedWords addresses,
      Verbs verbs,
      NoteSet promises) {
    /// Last characters of words for what somebody is.
    private static final List<String> ROLES =
        "者员师手匠工生户将兵长娘郎妇家".chars().mapToObj(Character::toString).toList();

    static PersonLists from(TermFile file, Notes notes) {
      List<String> addresses = new ArrayList<>(file.section("address"));
      List<String> titles = titles(file);
      addresses.addAll(titles);
      addresses.addAll(file.section("honorific"));
      Surnames surnames = Surnames.from(file, notes);
      NotedWords titlesBefore = notes.ending(titles);
      NotedWords roles = notes.ending(ROLES);
      return new PersonLists(
          surnames,
          Given.from(file, notes),
          titlesBefore,
          roles,
          notes.beginning(addresses),
          Verbs.from(file, titles, notes),
          NoteSet.of(surnames.single(), surnames.compound(), titlesBefore, roles));
    }

    /// The titles, and those of deputies: 局长 makes 副局长.
    static List<String> titles(TermFile file) {
      Set<String> titles = new LinkedHashSet<>(file.section("title"));
      for (String title : file.section("title")) {
        char last = title.charAt(title.length() - 1);
        if (title.length() > 1 && !title.startsWith("副") && "长记任席理授监裁".indexOf(last) >= 0) {
          titles.add("副" + title);
        }
      }
      return List.copyOf(titles);
    }
  }

  /// Surnames of one character, the rare ones among them, and those of two.
  record Surnames(NotedWords single, NotedWords rare, NotedWords compound) {
    static Surnames from(TermFile file, Notes notes) {
      List<String> single = new ArrayList<>(file.section("surname"));
      single.addAll(file.section("rare"));
      return new Surnames(
          notes.beginning(single),
          notes.beginning(file.section("rare")),
          notes.beginning(file.section("compound")));
    }

    /// Length of the longest surname that begins at `from`; 0 when there is none.
    int longestFrom(Passage passage, int from) {
      int two = compound.longestFrom(passage, from);
      return two > 0 ? two : single.longestFrom(passage, from);
    }
  }

  /// Characters of given names, those that hardly stand elsewhere, and those of no name.
  record Given(NotedWords likely, NotedWords strong, NotedWords never) {
    static Given from(TermFile file, Notes notes) {
      return new Given(
          notes.beginning(file.section("given-only")),
          notes.beginning(file.section("given-strong")),
          notes.beginning(file.section("never")));
    }
  }

  /// What stands behind a name.
  record Verbs(NotedWords honorifics, NotedWords speech, NotedWords deeds, NotedWords titles) {
    static Verbs from(TermFile file, List<String> titles, Notes notes) {
      return new Verbs(
          notes.beginning(file.section("honorific")),
          notes.beginning(file.section("speech")),
          notes.beginning(file.section("deed")),
          notes.beginning(titles));
    }
  }

  /// Lists of places.
  ///
  /// @param endings what a place's name ends with
  record PlaceLists(
      NotedWords units,
      NotedWords features,
      NotedWords split,
      NotedWords common,
      NotedWords before,
      NotedWords inner,
      NoteSet endings) {
    static PlaceLists from(TermFile file, Notes notes) {
      NotedWords units = notes.beginning(file.section("unit"));
      NotedWords features = notes.beginning(file.section("feature"));
      NotedWords split = notes.beginning(file.section("split"));
      return new PlaceLists(
          units,
          features,
          split,
          notes.beginning(file.section("common")),
          notes.beginning(file.section("before")),
          notes.beginning(file.section("inner")),
          NoteSet.of(units, features, split));
    }

    /// The gazetteer with the regions that provinces and compass points make.
    static List<String> gazetteer(TermFile file) {
      List<String> names = new ArrayList<>(file.section("gazetteer"));
      for (String province : file.section("abbreviation")) {
        for (String point : file.section("compass")) {
          names.add(province + point);
        }
      }
      return names;
    }
  }

  /// Lists of organisations. The number of a word in `endings` tells its kind.
  record OrganisationLists(
      NotedWords endings,
      List<Ending> kinds,
      NotedWords openers,
      NotedWords whole,
      NotedWords before) {
    static OrganisationLists from(TermFile file, Notes notes) {
      List<String> words = new ArrayList<>();
      List<Ending> kinds = new ArrayList<>();
      for (Ending kind : Ending.values()) {
        for (String word : file.section(kind.section())) {
          words.add(word);
          kinds.add(kind);
        }
      }
      return new OrganisationLists(
          notes.beginning(words),
          List.copyOf(kinds),
          notes.beginning(file.section("opener")),
          notes.beginning(file.section("whole")),
          notes.beginning(file.section("before")));
    }
  }

  /// What an organisation's last word asks of the words before it.
  enum Ending {
    COMPANY("company"),
    FIRM("firm"),
    INSTITUTION("institution"),
    AUTHORITY("authority"),
    BODY("body");

    private final String section;

    Ending(String section) {
      this.section = section;
    }

    String section() {
      return section;
    }
  }

  /// Lists of foreign names.
  record ForeignLists(NotedWords letters, NotedWords officesBefore) {
    static ForeignLists from(TermFile file, Notes notes) {
      return new ForeignLists(
          notes.beginning(file.section("letter")), notes.ending(file.section("office")));
    }
  }
}
