package io.quantedge.ingest.domain;

/**
 * When a slot gets more shards. Immutable.
 *
 * @param bidsPerShard how many bids a second one key takes before the count doubles; above zero
 * @param maxShards a power of two
 */
public record ShardRules(int bidsPerShard, int maxShards) {
  public ShardRules {
    if (bidsPerShard < 1 || Integer.bitCount(maxShards) != 1) {
      throw new IllegalArgumentException(
          "shards need a rate above zero and a maximum that is a power of two; they were "
              + bidsPerShard
              + " and "
              + maxShards);
    }
  }

  /** How many different counts a slot can have had. */
  public int maxCounts() {
    return Integer.numberOfTrailingZeros(maxShards) + 1;
  }
}
