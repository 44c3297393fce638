package io.quantedge.settlement;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;

/** The package skeleton that all services share. */
@AnalyzeClasses(
    packages = "io.quantedge.settlement",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureRules {
  private static final String ROOT = "io.quantedge.settlement";

  @ArchTest
  static final ArchRule domainIsPure =
      classes()
          .that()
          .resideInAPackage(ROOT + ".domain")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  ROOT + ".domain", "java..", "io.quantedge.contracts..", "org.jspecify.."));

  @ArchTest
  static final ArchRule applicationKnowsNoTechnology =
      classes()
          .that()
          .resideInAPackage(ROOT + ".application")
          .should()
          .onlyDependOnClassesThat(
              resideInAnyPackage(
                  ROOT + ".application",
                  ROOT + ".domain",
                  "java..",
                  "jakarta.enterprise..",
                  "jakarta.inject..",
                  "io.quantedge.contracts..",
                  "io.smallrye.mutiny..",
                  "io.smallrye.faulttolerance.api..",
                  "org.jboss.logging..",
                  "org.jspecify.."));

  @ArchTest
  static final ArchRule onlyTheStoreKnowsSql =
      noClasses()
          .that()
          .resideOutsideOfPackages(ROOT + ".dsql", ROOT + ".health")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.vertx..", "java.sql..");

  @ArchTest
  static final ArchRule onlyKafkaKnowsKafka =
      noClasses()
          .that()
          .resideOutsideOfPackage(ROOT + ".kafka")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "io.smallrye.reactive.messaging..");

  @ArchTest
  static final ArchRule timeAndChanceAreInjected =
      noClasses()
          .that()
          .resideInAnyPackage(ROOT + ".domain", ROOT + ".application")
          .should()
          .callMethod(Instant.class, "now")
          .orShould()
          .callMethod(Clock.class, "systemUTC")
          .orShould()
          .callMethod(System.class, "currentTimeMillis")
          .orShould()
          .callMethod(System.class, "nanoTime")
          .orShould()
          .callMethod(Thread.class, "sleep", long.class)
          .orShould()
          .dependOnClassesThat()
          .areAssignableTo(Random.class)
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(ThreadLocalRandom.class, SecureRandom.class);

  @ArchTest
  static final ArchRule moneyIsNeverAFloat =
      fields().should().notHaveRawType(double.class).andShould().notHaveRawType(float.class);
}
