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

  /** How long items are kept after their slot's latest deadline. Must outlast settlement. */
  @WithDefault("7d")
  Duration retention();

  /** The Kafka consumer group of all store writers. */
  @WithDefault("bid-store-writer")
  String group();

  /** How many records one round takes at most. */
  @WithDefault("2000")
  @Min(25)
  int maxRoundRecords();

  /** With how many records that are read and not written no more are read. */
  @WithDefault("6000")
  @Min(25)
  int maxUnwrittenRecords();

  /** How many writes are under way at once. */
  @WithDefault("8")
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

  /** How many ids of bids of open slots are held in memory, at 21 to 43 bytes each. */
  @WithDefault("500000")
  @Min(1)
  int maxRememberedBids();

  /** Over how many keys the bids of a hot slot are spread. */
  Shards shards();

  /** How fast one key is written. */
  Pace pace();

  /** What evaluation says of each slot, kept in the store for queries. */
  Figures figures();

  /** What evaluation says of each slot, kept in the store for queries. */
  interface Figures {
    /** The Kafka consumer group of those who carry counts and outcomes into the store. */
    @WithDefault("slot-figures")
    String consumerGroup();

    /** How often a slot's counts are written at most. */
    @WithDefault("3s")
    Duration interval();

    /** How many slots' counts are written in one interval at most; the rest waits in its topic. */
    @WithDefault("500")
    @Min(1)
    int maxSlots();
  }

  /** Over how many keys the bids of a hot slot are spread. */
  interface Shards {
    /** How many bids a second one key of a slot takes before the slot gets twice as many keys. */
    @WithDefault("500")
    @Min(1)
    @Max(800)
    int bidsPerShard();

    /** The most keys of one slot; a power of two. */
    @WithDefault("64")
    @Min(1)
    @Max(1024)
    int max();
  }

  /** How fast one key is written. Rate and burst together are at most 800. */
  interface Pace {
    /** Writes a second to one key. */
    @WithDefault("600")
    @Min(1)
    int rate();

    /** Writes to one key at once, after a pause. */
    @WithDefault("200")
    @Min(1)
    int burst();
  }
}
