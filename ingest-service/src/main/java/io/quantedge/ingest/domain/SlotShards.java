package io.quantedge.ingest.domain;

import io.quantedge.contracts.bid.BidHash;
import io.quantedge.contracts.id.BidId;
import java.nio.ByteBuffer;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which of a slot's keys a bid belongs to: a hash of its id and of a seed that only the store
 * knows. Bidders choose their ids; without the seed one of them could aim all its bids at one key
 * and slow the whole slot down. Immutable.
 *
 * @param seed drawn when the slot is first stored, and kept with it; never shown
 */
public record SlotShards(ShardHistory history, long seed) {
  /** A slot that nobody has written to yet. */
  public static SlotShards fresh(long seed) {
    return new SlotShards(ShardHistory.ONE, seed);
  }

  /**
   * The key of a bid.
   *
   * @param offset where the bid stands in the log
   * @return 0 to one less than the count that holds at the offset
   */
  public int shardOf(BidId bidId, long offset) {
    int shards = history.shardsAt(offset);
    return shards == 1 ? 0 : hash(bidId) & (shards - 1);
  }

  /** Every key in which a record of this bid may stand, whatever its offset. */
  public SortedSet<Integer> candidates(BidId bidId) {
    int hash = hash(bidId);
    SortedSet<Integer> candidates = new TreeSet<>();
    history.counts().forEach(shards -> candidates.add(hash & (shards - 1)));
    return candidates;
  }

  /** The same with one more step. */
  public SlotShards grown(long fromOffset, int shards) {
    return new SlotShards(history.grown(fromOffset, shards), seed);
  }

  private int hash(BidId bidId) {
    byte[] input =
        ByteBuffer.allocate(3 * Long.BYTES)
            .putLong(seed)
            .putLong(bidId.value().getMostSignificantBits())
            .putLong(bidId.value().getLeastSignificantBits())
            .array();
    return ByteBuffer.wrap(BidHash.newSha256().digest(input)).getInt();
  }
}
