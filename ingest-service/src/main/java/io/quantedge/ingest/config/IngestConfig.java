package io.quantedge.ingest.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import java.time.Duration;
import java.util.List;

/** What intake accepts and how much of it. */
@ConfigMapping(prefix = "exchange.ingest")
public interface IngestConfig {
  /** The AWS regions from which bids may come. */
  @WithDefault("us-east-1,eu-west-1,ap-southeast-1,sa-east-1")
  @NotEmpty
  List<String> regions();

  /** How many requests may wait for the log at once; more are refused as OVERLOADED. */
  @WithDefault("5000")
  @Min(1)
  int maxInFlight();

  /** How large a request's body may be, in bytes. */
  @WithDefault("65536")
  @Min(1024)
  long maxBodyBytes();

  /** Bounds on slots. */
  Slots slots();

  /** Bounds on slots. */
  interface Slots {
    /** How many slots may be open at once, before further openings are refused as OVERLOADED. */
    @WithDefault("50000")
    @Min(1)
    int maxOpen();

    /** How long from now a new slot's closing time may lie; the log must be kept for longer. */
    @WithDefault("7d")
    Duration maxDuration();

    /** How long a closed slot stays in memory; afterwards it is looked up in the store. */
    @WithDefault("10m")
    Duration closedRetention();

    /** How many closed slots stay in memory at most. */
    @WithDefault("20000")
    @Min(1)
    int maxClosed();

    /** How long an answer waits until this node has read its own record back from the log. */
    @WithDefault("5s")
    Duration visibilityTimeout();
  }
}
