package io.quantedge.telemetry;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.Random;

@AnalyzeClasses(
    packages = "io.quantedge.telemetry",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureRules {
  @ArchTest
  static final ArchRule domainIsPure =
      classes()
          .that()
          .resideInAPackage("..telemetry.domain..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "org.jspecify..", "io.quantedge.contracts..", "..telemetry.domain..");

  @ArchTest
  static final ArchRule applicationKnowsNoTechnology =
      classes()
          .that()
          .resideInAPackage("..telemetry.application..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify..",
              "org.jboss.logging..",
              "jakarta.enterprise..",
              "jakarta.inject..",
              "io.smallrye.mutiny..",
              "io.quantedge.contracts..",
              "..telemetry.domain..",
              "..telemetry.application..");

  @ArchTest
  static final ArchRule technologiesDoNotKnowEachOther =
      slices()
          .matching("io.quantedge.telemetry.(http|kafka|dsql|micrometer|health)..")
          .should()
          .notDependOnEachOther();

  @ArchTest
  static final ArchRule timeAndChanceAreInjected =
      noClasses()
          .that()
          .resideInAnyPackage("..telemetry.domain..", "..telemetry.application..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Random.class);

  @ArchTest
  static final ArchRule moneyIsNeverAFloat =
      fields()
          .that()
          .haveNameMatching("(?i).*(price|fee|net|amount|floor|increment|balance)")
          .should()
          .notHaveRawType(double.class)
          .andShould()
          .notHaveRawType(float.class)
          .andShould()
          .notHaveRawType(Double.class);
}
