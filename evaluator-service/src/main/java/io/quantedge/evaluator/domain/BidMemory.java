package io.quantedge.evaluator.domain;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.bid.BidHash;
import io.quantedge.contracts.bid.BidHasher;
import io.quantedge.contracts.outcome.BidDigest;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;

/**
 * The bids of one open slot that were seen before: about 65 bytes each.
 *
 * <p>The id is kept whole, so two bids are never mistaken for one. Whether a repeat says the same
 * is judged by its record hash under the acceptance time of the first record: all 32 bytes must
 * agree, so nobody can pass another content off as a repeat. Rows are found by open addressing
 * under a secret seed, so that a bidder who chooses ids cannot make the search slow. Not
 * thread-safe.
 */
final class BidMemory {
  private static final int FIRST_BUCKETS = 8;
  private static final int DIGESTED_BYTES = 16 + BidHasher.HASH_BYTES;

  private final long seed;
  private final BidHasher hasher;
  private final BidRows rows;

  /** Row + 1, or 0 for an empty bucket; the length is a power of two. */
  private int[] buckets;

  BidMemory(long seed, BidHasher hasher) {
    this(seed, hasher, new BidRows());
  }

  /** Remembers what another memory remembered. */
  BidMemory(long seed, BidHasher hasher, BidRows rows) {
    this.seed = seed;
    this.hasher = hasher;
    this.rows = rows;
    int wanted = FIRST_BUCKETS;
    while (rows.size() * 2L > wanted) {
      wanted = Math.multiplyExact(wanted, 2);
    }
    this.buckets = newBuckets(wanted);
  }

  /** What the memory says to a bid. */
  enum Recollection {
    /** Never seen; it is remembered now. */
    NEW,
    /** Seen with the same content. */
    REPEATED,
    /** Seen with another content. */
    CONTRADICTED
  }

  Recollection meet(Bid bid) {
    UUID id = bid.bidId().value();
    int bucket = bucketOf(buckets, id.getMostSignificantBits(), id.getLeastSignificantBits());
    if (buckets[bucket] != 0) {
      int row = buckets[bucket] - 1;
      byte[] hash = hasher.ofRecord(bid, rows.acceptedAtMicros(row));
      return rows.hasHash(row, hash) ? Recollection.REPEATED : Recollection.CONTRADICTED;
    }
    long acceptedAtMicros = BidHasher.micros(bid.acceptedAt());
    rows.append(id, acceptedAtMicros, hasher.ofRecord(bid, acceptedAtMicros));
    buckets[bucket] = rows.size();
    if (rows.size() * 2L > buckets.length) {
      buckets = newBuckets(Math.multiplyExact(buckets.length, 2));
    }
    return Recollection.NEW;
  }

  /** Notes that the bid that was met last counts. */
  void countNewest() {
    rows.countNewest();
  }

  int size() {
    return rows.size();
  }

  BidRows rows() {
    return rows;
  }

  /** Bytes of heap, but for a few per object. */
  long bytes() {
    return rows.bytes() + (long) Integer.BYTES * buckets.length;
  }

  /** See {@link BidDigest}. */
  String digest() {
    MessageDigest sha256 = BidHash.newSha256();
    ByteBuffer entry = ByteBuffer.allocate(DIGESTED_BYTES);
    for (int row : RowOrder.countedById(rows)) {
      entry.clear();
      rows.write(row, entry);
      sha256.update(entry.array());
    }
    return HexFormat.of().formatHex(sha256.digest());
  }

  /** The bucket that holds this id, or the empty one where it belongs. */
  private int bucketOf(int[] table, long high, long low) {
    int mask = table.length - 1;
    int bucket = (int) mix(mix(high ^ seed) + (low ^ Long.rotateLeft(seed, 32))) & mask;
    while (table[bucket] != 0 && !isAt(table[bucket] - 1, high, low)) {
      bucket = (bucket + 1) & mask;
    }
    return bucket;
  }

  private boolean isAt(int row, long high, long low) {
    return rows.high(row) == high && rows.low(row) == low;
  }

  private int[] newBuckets(int length) {
    int[] table = new int[length];
    for (int row = 0; row < rows.size(); row++) {
      table[bucketOf(table, rows.high(row), rows.low(row))] = row + 1;
    }
    return table;
  }

  /** The finalizer of SplitMix64: every bit of the input reaches every bit of the output. */
  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
