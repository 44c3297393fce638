package io.quantedge.localstack.testing;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The skeleton that all services share, so that a reader of one knows all four: {@code domain} is
 * pure, {@code application} knows no technology, time and chance are handed in. A service's own
 * rules include these by {@code ArchTests.in(SkeletonRules.class)} and add what is its own.
 */
public final class SkeletonRules {
  private static final String DOMAIN = "io.quantedge.*.domain..";
  private static final String APPLICATION = "io.quantedge.*.application..";

  /** Rules in here depend on the JDK, the contracts and each other only. */
  @ArchTest
  public static final ArchRule DOMAIN_IS_PURE =
      classes()
          .that()
          .resideInAPackage(DOMAIN)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage("java..", "org.jspecify..", "io.quantedge.contracts..", DOMAIN);

  /** Use cases know ports, not what is behind them. */
  @ArchTest
  public static final ArchRule APPLICATION_KNOWS_NO_TECHNOLOGY =
      classes()
          .that()
          .resideInAPackage(APPLICATION)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(
              "java..",
              "org.jspecify..",
              "org.jboss.logging..",
              "jakarta.enterprise..",
              "jakarta.inject..",
              "io.smallrye.mutiny..",
              "io.smallrye.faulttolerance.api..",
              "io.quantedge.contracts..",
              DOMAIN,
              APPLICATION);

  /** What cannot be handed in cannot be repeated in a test. */
  @ArchTest
  public static final ArchRule TIME_AND_CHANCE_ARE_HANDED_IN =
      noClasses()
          .that()
          .resideInAnyPackage(DOMAIN, APPLICATION)
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
          .callMethod(UUID.class, "randomUUID")
          .orShould()
          .dependOnClassesThat()
          .belongToAnyOf(Random.class, ThreadLocalRandom.class, SecureRandom.class);

  /** Whatever is named like money is no floating-point number; a service may name nothing so. */
  @ArchTest
  public static final ArchRule MONEY_IS_NEVER_A_FLOAT =
      fields()
          .that()
          .haveNameMatching("(?i).*(price|fee|net|amount|floor|increment|balance|limit)")
          .should()
          .notHaveRawType(double.class)
          .andShould()
          .notHaveRawType(float.class)
          .andShould()
          .notHaveRawType(Double.class)
          .andShould()
          .notHaveRawType(Float.class)
          .allowEmptyShould(true);

  /**
   * Nothing at all is a floating-point number. Stricter than the skeleton, for services that
   * measure nothing in fractions: they name it as a rule of their own.
   */
  public static final ArchRule NO_FLOATING_POINT_STATE =
      fields()
          .should()
          .notHaveRawType(double.class)
          .andShould()
          .notHaveRawType(float.class)
          .andShould()
          .notHaveRawType(Double.class)
          .andShould()
          .notHaveRawType(Float.class);

  private SkeletonRules() {}
}
