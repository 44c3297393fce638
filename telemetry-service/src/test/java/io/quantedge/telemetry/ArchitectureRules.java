package io.quantedge.telemetry;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.quantedge.localstack.testing.SkeletonRules;

/** The skeleton that all services share, and what is this one's own. */
@AnalyzeClasses(
    packages = "io.quantedge.telemetry",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureRules {
  @ArchTest static final ArchTests SKELETON = ArchTests.in(SkeletonRules.class);

  @ArchTest
  static final ArchRule TECHNOLOGIES_DO_NOT_KNOW_EACH_OTHER =
      SlicesRuleDefinition.slices()
          .matching(
              "io.quantedge.telemetry.(http|kafka|dsql|micrometer|health|sources|simulator)..")
          .should()
          .notDependOnEachOther();
}
