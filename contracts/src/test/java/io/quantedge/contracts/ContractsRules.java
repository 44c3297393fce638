package io.quantedge.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** What every part depends on must itself depend on next to nothing. */
@AnalyzeClasses(
    packages = "io.quantedge.contracts",
    importOptions = ImportOption.DoNotIncludeTests.class)
class ContractsRules {
  @ArchTest
  static final ArchRule NO_FRAMEWORK =
      classes()
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..", "io.quantedge.contracts..", "com.fasterxml..", "org.jspecify..");

  @ArchTest
  static final ArchRule NO_FLOATS =
      noFields().should().haveRawType(double.class).orShould().haveRawType(float.class);
}
