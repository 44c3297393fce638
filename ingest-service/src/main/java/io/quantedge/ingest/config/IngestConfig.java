package io.quantedge.ingest.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
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
  @WithDefault("8000")
  @Min(1)
  int maxInFlight();

  /**
   * How many bids slots may have together while they are open, before further bids are refused as
   * OVERLOADED; every evaluator must be able to keep its share of them in memory.
   */
  @WithDefault("2000000")
  @Min(1)
  long maxOpenBids();

  /** How many bids this node remembers, to answer their repeats; about 500 bytes each. */
  @WithDefault("50000")
  @Min(1)
  int recentBids();

  /** How large a request's body, or a line of a stream, may be, in bytes. */
  @WithDefault("65536")
  @Min(1024)
  @Max(1048576)
  int maxBodyBytes();

  /** What one account may send to this node. */
  Accounts accounts();

  /** What one account may send to this node. */
  interface Accounts {
    /** How many bids a second in the long run; more are refused as ACCOUNT_RATE_EXCEEDED. */
    @WithDefault("50000")
    @Min(1)
    long bidsPerSecond();

    /** How many bids at once after a pause. */
    @WithDefault("100000")
    @Min(1)
    long burst();

    /** Of how many accounts this node remembers what they sent; about 300 bytes each. */
    @WithDefault("10000")
    @Min(1)
    int maxRemembered();
  }

  /** Streams of bids over HTTP. */
  Streams streams();

  /** Streams of bids over HTTP. */
  interface Streams {
    /** How many may be open at once; more are refused as OVERLOADED. */
    @WithDefault("16")
    @Min(1)
    int maxConcurrent();

    /** How many lines of one stream may wait for their results before no more are read. */
    @WithDefault("2000")
    @Min(1)
    int window();
  }

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
