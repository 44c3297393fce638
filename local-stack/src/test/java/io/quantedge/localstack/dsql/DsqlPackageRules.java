package io.quantedge.localstack.dsql;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The pieces that the proxy asks know nothing of the proxy, nor of each other's technology. */
@AnalyzeClasses(packages = "io.quantedge.localstack.dsql", importOptions = DoNotIncludeTests.class)
final class DsqlPackageRules {
  private static final String RULE = "io.quantedge.localstack.dsql.rule";
  private static final String ACCESS = "io.quantedge.localstack.dsql.access";
  private static final String FAULT = "io.quantedge.localstack.dsql.fault";

  @ArchTest
  static final ArchRule RULES_ARE_PURE =
      classes()
          .that()
          .resideInAPackage(RULE)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              RULE,
              "java.lang..",
              "java.util..",
              "java.math",
              "java.time",
              "java.nio.charset",
              "java.security",
              "org.jspecify..");

  @ArchTest
  static final ArchRule ACCESS_KNOWS_CRYPTOGRAPHY_ONLY =
      classes()
          .that()
          .resideInAPackage(ACCESS)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              ACCESS, RULE, "java..", "javax.crypto..", "org.bouncycastle..", "org.jspecify..");

  @ArchTest
  static final ArchRule FAULTS_KNOW_HTTP_AND_JSON_ONLY =
      classes()
          .that()
          .resideInAPackage(FAULT)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              FAULT,
              "java..",
              "com.sun.net.httpserver..",
              "com.fasterxml.jackson..",
              "org.jspecify..");

  private DsqlPackageRules() {}
}
