package dev.broadsheet.e2e;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/// The rules that the tree promises.
class ArchitectureTest {
  private static final String[] CORE = {
    "dev.broadsheet.enrich.page..",
    "dev.broadsheet.enrich.split..",
    "dev.broadsheet.enrich.date..",
    "dev.broadsheet.enrich.byline..",
    "dev.broadsheet.enrich.subject..",
    "dev.broadsheet.enrich.name..",
    "dev.broadsheet.enrich.lexicon.."
  };

  /// Without tests, those of other modules included, and what JMH generates.
  private static final JavaClasses PROJECT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(location -> !location.contains("-tests.jar"))
          .withImportOption(location -> !location.contains("jmh_generated"))
          .importPackages("dev.broadsheet");

  @Test
  void stagesDoNotKnowEachOther() {
    slices()
        .matching("dev.broadsheet.(ingest|enrich|sink)..")
        .should()
        .notDependOnEachOther()
        .check(PROJECT);
  }

  @Test
  void stagesKnowNeitherTheStackNorTheCommand() {
    noClasses()
        .that()
        .resideInAnyPackage(
            "dev.broadsheet.ingest..", "dev.broadsheet.enrich..", "dev.broadsheet.sink..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.broadsheet.stack..",
            "dev.broadsheet.cli..",
            "dev.broadsheet.rig..",
            "dev.broadsheet.room..")
        .check(PROJECT);
  }

  @Test
  void readingRoomKnowsOnlyTheContract() {
    noClasses()
        .that()
        .resideInAPackage("dev.broadsheet.room..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.broadsheet.ingest..",
            "dev.broadsheet.enrich..",
            "dev.broadsheet.sink..",
            "dev.broadsheet.cli..",
            "dev.broadsheet.stack..",
            "dev.broadsheet.rig..",
            "org.apache.kafka..")
        .check(PROJECT);
  }

  @Test
  void watchKnowsOnlyTheContract() {
    noClasses()
        .that()
        .resideInAPackage("dev.broadsheet.watch..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.broadsheet.ingest..",
            "dev.broadsheet.enrich..",
            "dev.broadsheet.sink..",
            "dev.broadsheet.cli..",
            "dev.broadsheet.stack..")
        .check(PROJECT);
  }

  @Test
  void contractKnowsNobody() {
    noClasses()
        .that()
        .resideInAPackage("dev.broadsheet.contract..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.broadsheet.ingest..",
            "dev.broadsheet.enrich..",
            "dev.broadsheet.sink..",
            "dev.broadsheet.cli..",
            "dev.broadsheet.room..",
            "dev.broadsheet.stack..")
        .check(PROJECT);
  }

  @Test
  void coreKnowsNoKafka() {
    noClasses()
        .that()
        .resideInAnyPackage(CORE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.apache.kafka..", "co.elastic..", "io.micrometer..")
        .check(PROJECT);
  }

  @Test
  void coreKnowsNoClock() {
    noClasses()
        .that()
        .resideInAnyPackage(CORE)
        .should()
        .dependOnClassesThat()
        .haveNameMatching("java\\.time\\.(Clock|InstantSource)")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(java.time.LocalDate.class, "now")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(java.time.Year.class, "now")
        .check(PROJECT);
  }

  @Test
  void coreDoesNoOutput() {
    noClasses()
        .that()
        .resideInAnyPackage(CORE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net..", "org.slf4j..")
        .check(PROJECT);
  }

  @Test
  void everyClassIsFinalSealedOrAbstract() {
    classes()
        .that()
        .resideInAPackage("dev.broadsheet..")
        .and()
        .areNotInterfaces()
        .and()
        .areNotAnonymousClasses()
        .and()
        .areNotEnums()
        .and()
        // JMH extends them.
        .areNotAnnotatedWith("org.openjdk.jmh.annotations.State")
        .should()
        .haveModifier(com.tngtech.archunit.core.domain.JavaModifier.FINAL)
        .check(PROJECT);
  }
}
