package io.quantedge.evaluator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import io.quantedge.localstack.testing.SkeletonRules;

/** The skeleton that all services share, and what is this one's own. */
@AnalyzeClasses(
    packages = "io.quantedge.evaluator",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureRules {
  @ArchTest static final ArchTests SKELETON = ArchTests.in(SkeletonRules.class);

  private static final String BASE = "io.quantedge.evaluator.";

  @ArchTest
  static final ArchRule TECHNOLOGIES_DO_NOT_KNOW_EACH_OTHER =
      noClasses()
          .that()
          .resideInAPackage(BASE + "http")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(BASE + "kafka", BASE + "metrics", "org.apache.kafka..");

  @ArchTest static final ArchRule NO_FLOATING_POINT_STATE = SkeletonRules.NO_FLOATING_POINT_STATE;
}
