package io.quantedge.telemetry.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** When something is an incident, and how incidents are recorded. */
@ConfigMapping(prefix = "exchange.telemetry.incidents")
public interface IncidentsConfig {
  /** Whether telemetry opens incidents; responders can record events either way. */
  @WithDefault("true")
  boolean detection();

  /** Milliseconds between two looks. */
  @WithDefault("5000")
  @Min(1_000)
  @Max(600_000)
  int intervalMillis();

  /** Conflicted operations per second in one region that are a conflict storm. */
  @WithDefault("20")
  @Min(1)
  @Max(1_000_000)
  int conflictsPerSecond();

  /** Seconds over which conflicts are averaged. */
  @WithDefault("30")
  @Min(1)
  @Max(60)
  int conflictWindowSeconds();

  /** Bids per second that make a slot hot; one DynamoDB partition takes 1,000 writes. */
  @WithDefault("1000")
  @Min(1)
  @Max(10_000_000)
  int hotSlotBidsPerSecond();

  /** Seconds over which a slot's bids are averaged. */
  @WithDefault("10")
  @Min(1)
  @Max(60)
  int hotSlotWindowSeconds();

  /** Seconds that an outcome may wait for its settlement. */
  @WithDefault("30")
  @Min(1)
  @Max(86_400)
  int stalledAfterSeconds();

  /** Seconds that lasting trouble may go on after it was called resolved, until it is reopened. */
  @WithDefault("60")
  @Min(0)
  @Max(86_400)
  int reopenAfterSeconds();

  /** Seconds between two comparisons of the books, each of which reads the whole ledger. */
  @WithDefault("60")
  @Min(5)
  @Max(86_400)
  int booksIntervalSeconds();

  /** All attempts to record an event while others record events of the same incident. */
  @WithDefault("12")
  @Min(1)
  @Max(100)
  int maxAttempts();

  /** The base of the backoff between these attempts, in milliseconds. */
  @WithDefault("10")
  @Min(1)
  @Max(60_000)
  int backoffBaseMillis();

  /** The cap of that backoff, in milliseconds. */
  @WithDefault("1000")
  @Min(1)
  @Max(60_000)
  int backoffCapMillis();
}
