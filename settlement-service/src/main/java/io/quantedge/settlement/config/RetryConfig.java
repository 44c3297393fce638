package io.quantedge.settlement.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How often and how long an operation is tried. */
@ConfigMapping(prefix = "exchange.settlement.retry")
public interface RetryConfig {
  /** All attempts of an operation, the first included. */
  @WithDefault("10")
  @Min(1)
  @Max(100)
  int maxAttempts();

  /** No attempt begins later than this after the operation's beginning. */
  @WithDefault("20s")
  Duration deadline();

  /** The scale of the backoff: an attempt n waits at most base · 2^n. */
  @WithDefault("10ms")
  Duration base();

  /** No backoff is longer. */
  @WithDefault("1s")
  Duration cap();

  /** Hundredths of a retry that each operation earns for the whole process: 100 is one retry. */
  @WithDefault("100")
  @Min(0)
  @Max(10_000)
  int budgetPercent();

  /** Retries that the process earns each second, operations or not. */
  @WithDefault("10")
  @Min(0)
  @Max(100_000)
  int budgetPerSecond();

  /** How many retries the process can save up; it begins with so many. */
  @WithDefault("200")
  @Min(1)
  @Max(1_000_000)
  int budgetSaved();
}
