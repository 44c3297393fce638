package io.quantedge.ingest.domain;

import java.time.Instant;

/**
 * Counts a slot's bids by the second in which they were accepted, and says when its keys become too
 * few. It looks at nothing but the log, so every owner of the partition that reads the same records
 * comes to the same counts at the same offsets, however late or fast it reads.
 *
 * <p>Seconds only go on: a bid from a node whose clock is behind counts in the newest one. That may
 * give a slot more shards than it needs, never fewer. Not thread-safe.
 */
final class RateWatch {
  private long second = Long.MIN_VALUE;
  private long bids;

  /**
   * Counts one more bid.
   *
   * @param shards how many keys the slot has
   * @return how many it should have from this bid on: {@code shards} or more
   */
  int shardsFor(Instant acceptedAt, int shards, ShardRules rules) {
    if (acceptedAt.getEpochSecond() > second) {
      second = acceptedAt.getEpochSecond();
      bids = 0;
    }
    bids++;
    int wanted = shards;
    while (wanted < rules.maxShards() && bids > (long) wanted * rules.bidsPerShard()) {
      wanted *= 2;
    }
    return wanted;
  }
}
