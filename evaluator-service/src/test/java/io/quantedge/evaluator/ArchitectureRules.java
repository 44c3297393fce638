package io.quantedge.evaluator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.Random;

@AnalyzeClasses(
    packages = "io.quantedge.evaluator",
    importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureRules {
  private static final String BASE = "io.quantedge.evaluator.";

  @ArchTest
  static final ArchRule DOMAIN_IS_PURE =
      classes()
          .that()
          .resideInAPackage(BASE + "domain")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "org.jspecify.annotations", "io.quantedge.contracts..", BASE + "domain");

  @ArchTest
  static final ArchRule APPLICATION_KNOWS_NO_TECHNOLOGY =
      classes()
          .that()
          .resideInAPackage(BASE + "application")
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify.annotations",
              "org.jboss.logging",
              "jakarta.enterprise.context",
              "io.quantedge.contracts..",
              BASE + "domain",
              BASE + "application");

  @ArchTest
  static final ArchRule TECHNOLOGIES_DO_NOT_KNOW_EACH_OTHER =
      noClasses()
          .that()
          .resideInAPackage(BASE + "http")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(BASE + "kafka", BASE + "metrics", "org.apache.kafka..");

  @ArchTest
  static final ArchRule TIME_AND_CHANCE_ARE_INJECTED =
      noClasses()
          .that()
          .resideInAnyPackage(BASE + "domain", BASE + "application")
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
  static final ArchRule NOTHING_IS_KEPT_IN_A_FLOAT =
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
