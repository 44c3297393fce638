package io.quantedge.ingest.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How bids are taken from the topic {@code bid-submissions}. */
@ConfigMapping(prefix = "exchange.ingest.submissions")
public interface SubmissionsConfig {
  /** The Kafka consumer group of all intake nodes. */
  @WithDefault("bid-intake")
  String group();

  /** How many submissions may be under way before no more are read. */
  @WithDefault("2000")
  @Min(1)
  int maxInFlight();

  /** The first wait's bound after a submission met overload or an outage. */
  @WithDefault("50ms")
  Duration retryBase();

  /** Every such wait's bound. */
  @WithDefault("5s")
  Duration retryCap();

  /** How often progress is committed; what was not is read again after a crash. */
  @WithDefault("500ms")
  Duration commitInterval();

  /** How long a shutdown waits for submissions that are under way. */
  @WithDefault("5s")
  Duration drainTimeout();
}
