package io.quantedge.ingest;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/** Holds the skeleton that all services share. */
@AnalyzeClasses(
    packages = "io.quantedge.ingest",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureRules {
  private static final String DOMAIN = "io.quantedge.ingest.domain..";
  private static final String APPLICATION = "io.quantedge.ingest.application..";
  private static final String CONTRACTS = "io.quantedge.contracts..";

  @ArchTest
  static final ArchRule DOMAIN_IS_PURE =
      classes()
          .that()
          .resideInAPackage(DOMAIN)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(DOMAIN, CONTRACTS, "java..", "org.jspecify.."));

  @ArchTest
  static final ArchRule APPLICATION_KNOWS_NO_TECHNOLOGY =
      classes()
          .that()
          .resideInAPackage(APPLICATION)
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  APPLICATION,
                  DOMAIN,
                  CONTRACTS,
                  "java..",
                  "jakarta..",
                  "io.smallrye.mutiny..",
                  "org.jspecify.."));

  @ArchTest
  static final ArchRule TIME_AND_CHANCE_ARE_INJECTED =
      noClasses()
          .that()
          .resideInAnyPackage(DOMAIN, APPLICATION)
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .callMethod(UUID.class, "randomUUID")
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Random.class);

  @ArchTest
  static final ArchRule NO_FLOATING_POINT_STATE =
      fields()
          .that()
          .areDeclaredInClassesThat()
          .resideInAPackage("io.quantedge.ingest..")
          .should()
          .notHaveRawType(double.class)
          .andShould()
          .notHaveRawType(float.class)
          .andShould()
          .notHaveRawType(Double.class)
          .andShould()
          .notHaveRawType(Float.class);

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      SlicesRuleDefinition.slices().matching("io.quantedge.ingest.(*)..").should().beFreeOfCycles();
}
