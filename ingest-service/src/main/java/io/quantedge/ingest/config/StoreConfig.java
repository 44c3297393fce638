package io.quantedge.ingest.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How the log is carried into the bid store. */
@ConfigMapping(prefix = "exchange.ingest.store")
public interface StoreConfig {
  /** The DynamoDB table. */
  @WithDefault("bid_events")
  String table();

  /** Whether to create the table if it is missing; off where the deployment creates it. */
  @WithDefault("true")
  boolean createTable();

  /** How long items are kept after their slot's closing time. Must outlast settlement. */
  @WithDefault("7d")
  Duration retention();

  /** The Kafka consumer group of all store writers. */
  @WithDefault("bid-store-writer")
  String group();

  /** How many records one round takes at most. */
  @WithDefault("1000")
  @Min(25)
  int maxRoundRecords();

  /** How many writes are under way at once. */
  @WithDefault("6")
  @Min(1)
  @Max(32)
  int parallelWrites();

  /** How often unprocessed items are tried again within a round before the round is put off. */
  @WithDefault("8")
  @Min(1)
  int maxAttempts();

  /** The first wait's bound after a throttled write. */
  @WithDefault("25ms")
  Duration retryBase();

  /** Every such wait's bound. */
  @WithDefault("1s")
  Duration retryCap();

  /** The first wait's bound after a round that failed. */
  @WithDefault("250ms")
  Duration roundRetryBase();

  /** Every such wait's bound. */
  @WithDefault("5s")
  Duration roundRetryCap();

  /** How many ids of bids of open slots are held in memory, at about 75 bytes each. */
  @WithDefault("250000")
  @Min(1)
  int maxRememberedBids();
}
