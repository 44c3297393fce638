package io.quantedge.simulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/** The skeleton of the module, held by the build. */
@AnalyzeClasses(
    packages = "io.quantedge.simulator",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureRules {
  private static final String ROOT = "io.quantedge.simulator";

  @ArchTest
  static final ArchRule THE_DOMAIN_IS_PURE =
      classes()
          .that()
          .resideInAPackage(ROOT + ".domain..")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "org.jspecify..", "io.quantedge.contracts..", ROOT + ".domain..");

  @ArchTest
  static final ArchRule THE_APPLICATION_KNOWS_NO_TECHNOLOGY =
      noClasses()
          .that()
          .resideInAnyPackage(ROOT + ".application..", ROOT + ".traffic..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache..",
              "software.amazon..",
              "java.net..",
              "java.sql..",
              "com.fasterxml..",
              ROOT + ".http..",
              ROOT + ".kafka..",
              ROOT + ".dynamodb..",
              ROOT + ".sql..",
              ROOT + ".csv..",
              ROOT + ".report..");

  /** telemetry-service sends traffic with these, and has none of the stores' clients. */
  @ArchTest
  static final ArchRule TRAFFIC_NEEDS_HTTP_ALONE =
      noClasses()
          .that()
          .resideInAnyPackage(
              ROOT + ".traffic..", ROOT + ".application..", ROOT + ".domain..", ROOT + ".http..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(
              "org.apache..",
              "org.postgresql..",
              "software.amazon..",
              "java.sql..",
              ROOT + ".kafka..",
              ROOT + ".dynamodb..",
              ROOT + ".sql..",
              ROOT + ".csv..");

  @ArchTest
  static final ArchRule TIME_AND_CHANCE_ARE_GIVEN =
      noClasses()
          .that()
          .resideInAnyPackage(ROOT + ".domain..", ROOT + ".application..", ROOT + ".traffic..")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .callMethod(ThreadLocalRandom.class, "current")
          .orShould()
          .callConstructor(Random.class);

  @ArchTest
  static final ArchRule MONEY_IS_NEVER_A_FLOAT =
      fields()
          .should()
          .notHaveRawType(double.class)
          .andShould()
          .notHaveRawType(float.class)
          .andShould()
          .notHaveRawType(Double.class)
          .andShould()
          .notHaveRawType(Float.class);
}
