package io.quantedge.ingest;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.ArchTests;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import io.quantedge.localstack.testing.SkeletonRules;

/** The skeleton that all services share, and what is this one's own. */
@AnalyzeClasses(
    packages = "io.quantedge.ingest",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureRules {
  @ArchTest static final ArchTests SKELETON = ArchTests.in(SkeletonRules.class);

  @ArchTest
  static final ArchRule PACKAGES_HAVE_NO_CYCLES =
      SlicesRuleDefinition.slices().matching("io.quantedge.ingest.(*)..").should().beFreeOfCycles();

  @ArchTest static final ArchRule NO_FLOATING_POINT_STATE = SkeletonRules.NO_FLOATING_POINT_STATE;
}
