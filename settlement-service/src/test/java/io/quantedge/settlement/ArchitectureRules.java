package io.quantedge.settlement;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.quantedge.localstack.testing.SkeletonRules;

/** The skeleton that all services share, and what is this one's own. */
@AnalyzeClasses(
    packages = "io.quantedge.settlement",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureRules {
  @ArchTest static final ArchTests SKELETON = ArchTests.in(SkeletonRules.class);

  private static final String BASE = "io.quantedge.settlement.";

  @ArchTest
  static final ArchRule ONLY_THE_STORE_KNOWS_SQL =
      noClasses()
          .that()
          .resideOutsideOfPackages(BASE + "dsql", BASE + "health")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("io.vertx..", "java.sql..");

  @ArchTest
  static final ArchRule ONLY_KAFKA_KNOWS_KAFKA =
      noClasses()
          .that()
          .resideOutsideOfPackage(BASE + "kafka")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage("org.apache.kafka..", "io.smallrye.reactive.messaging..");

  @ArchTest static final ArchRule NO_FLOATING_POINT_STATE = SkeletonRules.NO_FLOATING_POINT_STATE;
}
