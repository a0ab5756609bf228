package dev.broadsheet.enrich.name;

import dev.broadsheet.enrich.lexicon.Lexicon;
import dev.broadsheet.enrich.lexicon.Segmenter;
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
  private final WordDictionary dictionary;
  private final Segmenter segmenter;

  private NameLists(Files files) {
    persons = PersonLists.from(files.persons());
    places = PlaceLists.from(files.places());
    organisations = OrganisationLists.from(files.organisations());
    foreign = ForeignLists.from(files.foreign());
    dictionary = WordDictionary.load();
    segmenter = new Segmenter(dictionary, listedWords(files));
  }

  private record Files(
      TermFile persons,
      TermFile places,
      TermFile organisations,
      TermFile foreign,
      TermFile words) {}

  /// The lists that are shipped with the program.
  public static NameLists load() {
    return new NameLists(
        new Files(
            TermFile.resource("/names/persons.terms"),
            TermFile.resource("/names/places.terms"),
            TermFile.resource("/names/organisations.terms"),
            TermFile.resource("/names/foreign.terms"),
            TermFile.resource("/names/words.terms")));
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

  /// The dictionary, for what else asks how rare a word is.
  public WordDictionary dictionary() {
    return dictionary;
  }

  /// Cuts text into words as the finders need it.
  public Segmenter segmenter() {
    return segmenter;
  }

  /// Lists of persons' names.
  record PersonLists(
      Lexicon surnames,
      Lexicon rare,
      Lexicon given,
      Lexicon strongGiven,
      Lexicon never,
      Lexicon titlesBefore,
      Lexicon addresses,
      Verbs verbs) {
    static PersonLists from(TermFile file) {
      List<String> surnames = new ArrayList<>(file.section("surname"));
      surnames.addAll(file.section("compound"));
      surnames.addAll(file.section("rare"));
      List<String> addresses = new ArrayList<>(file.section("address"));
      List<String> titles = titles(file);
      addresses.addAll(titles);
      addresses.addAll(file.section("honorific"));
      return new PersonLists(
          Lexicon.of(surnames),
          Lexicon.of(file.section("rare")),
          Lexicon.of(file.section("given-only")),
          Lexicon.of(file.section("given-strong")),
          Lexicon.of(file.section("never")),
          Lexicon.ofReversed(titles),
          Lexicon.of(addresses),
          new Verbs(
              Lexicon.of(file.section("honorific")),
              Lexicon.of(file.section("speech")),
              Lexicon.of(file.section("deed")),
              Lexicon.of(titles)));
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

  /// What stands behind a name.
  record Verbs(Lexicon honorifics, Lexicon speech, Lexicon deeds, Lexicon titles) {}

  /// Lists of places.
  record PlaceLists(
      Lexicon units,
      Lexicon features,
      Lexicon split,
      Lexicon common,
      Lexicon before,
      Lexicon inner) {
    static PlaceLists from(TermFile file) {
      return new PlaceLists(
          Lexicon.of(file.section("unit")),
          Lexicon.of(file.section("feature")),
          Lexicon.of(file.section("split")),
          Lexicon.of(file.section("common")),
          Lexicon.of(file.section("before")),
          Lexicon.of(file.section("inner")));
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
      Lexicon endings, List<Ending> kinds, Lexicon openers, Lexicon whole, Lexicon before) {
    static OrganisationLists from(TermFile file) {
      List<String> words = new ArrayList<>();
      List<Ending> kinds = new ArrayList<>();
      for (Ending kind : Ending.values()) {
        for (String word : file.section(kind.section())) {
          words.add(word);
          kinds.add(kind);
        }
      }
      return new OrganisationLists(
          Lexicon.of(words),
          List.copyOf(kinds),
          Lexicon.of(file.section("opener")),
          Lexicon.of(file.section("whole")),
          Lexicon.of(file.section("before")));
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
  record ForeignLists(Lexicon letters, Lexicon officesBefore) {
    static ForeignLists from(TermFile file) {
      return new ForeignLists(
          Lexicon.of(file.section("letter")), Lexicon.ofReversed(file.section("office")));
    }
  }
}
