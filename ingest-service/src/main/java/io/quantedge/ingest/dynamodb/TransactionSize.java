package io.quantedge.ingest.dynamodb;

/** Holds the configuration to what one transaction of the store can look at. Stateless. */
final class TransactionSize {
  /** The most that TransactWriteItems takes, and BatchGetItem too. */
  static final int MAX_ITEMS = 100;

  private TransactionSize() {}

  /**
   * A bid that may be a repeat is looked for in every region, and in one shard for each count that
   * its slot ever had. A region that is not configured may come from the log as well.
   *
   * @throws IllegalStateException if that is too much
   */
  static void require(int regions, int maxShards) {
    int items = (regions + 1) * (Integer.numberOfTrailingZeros(maxShards) + 1);
    if (items > MAX_ITEMS) {
      throw new IllegalStateException(
          "%d regions and %d shards need up to %d items in one transaction, DynamoDB takes %d: lower exchange.ingest.store.shards.max"
              .formatted(regions, maxShards, items, MAX_ITEMS));
    }
  }
}
