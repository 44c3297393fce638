package io.quantedge.evaluator.domain;

import io.quantedge.contracts.id.BidId;
import io.quantedge.contracts.outcome.BidDigest;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The bids of one open slot that were seen before: about 65 bytes each, against 200 or more in a
 * map of objects, because an auction may remember a million.
 *
 * <p>A row holds the 16-byte id, 8 bytes of the content's hash and the 32-byte record hash. The id
 * is kept whole, so two bids are never mistaken for one. Of the content 8 bytes are enough: whoever
 * finds two contents with the same 8 bytes gains that its own second record is called a duplicate
 * and not a conflict, and neither has an effect. Rows are found by open addressing under a secret
 * seed, so that a bidder who chooses ids cannot make the search slow.
 */
final class BidMemory {
  private static final int ROW_LONGS = 7;
  private static final int HASH_LONGS = 4;
  private static final int PAGE_ROWS = 64;
  private static final int FIRST_BUCKETS = 16;

  private final long seed;
  private final List<long[]> pages = new ArrayList<>();
  private final BitSet counted = new BitSet();

  /** Row + 1, or 0 for an empty bucket; the length is a power of two. */
  private int[] buckets = new int[FIRST_BUCKETS];

  private int size;

  BidMemory(long seed) {
    this.seed = seed;
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

  /**
   * @param contentHash 32 bytes
   */
  Recollection meet(BidId bidId, byte[] contentHash) {
    UUID id = bidId.value();
    long fingerprint = ByteBuffer.wrap(contentHash).getLong();
    int bucket = bucketOf(id.getMostSignificantBits(), id.getLeastSignificantBits());
    if (buckets[bucket] != 0) {
      int row = buckets[bucket] - 1;
      return get(row, 2) == fingerprint ? Recollection.REPEATED : Recollection.CONTRADICTED;
    }
    append(id, fingerprint);
    buckets[bucket] = size;
    if (size * 2L > buckets.length) {
      rehash();
    }
    return Recollection.NEW;
  }

  /**
   * Notes that the bid that was met last counts.
   *
   * @param recordHash 32 bytes
   */
  void countNewest(byte[] recordHash) {
    int row = size - 1;
    ByteBuffer hash = ByteBuffer.wrap(recordHash);
    for (int i = 0; i < HASH_LONGS; i++) {
      set(row, 3 + i, hash.getLong());
    }
    counted.set(row);
  }

  int size() {
    return size;
  }

  /** See {@link BidDigest}. */
  String digest() {
    TreeMap<BidId, byte[]> hashes = new TreeMap<>();
    counted.stream().forEach(row -> hashes.put(idOf(row), recordHashOf(row)));
    return BidDigest.ofHashes(hashes);
  }

  private BidId idOf(int row) {
    return new BidId(new UUID(get(row, 0), get(row, 1)));
  }

  private byte[] recordHashOf(int row) {
    ByteBuffer hash = ByteBuffer.allocate(HASH_LONGS * Long.BYTES);
    for (int i = 0; i < HASH_LONGS; i++) {
      hash.putLong(get(row, 3 + i));
    }
    return hash.array();
  }

  private void append(UUID id, long fingerprint) {
    if (size % PAGE_ROWS == 0) {
      pages.add(new long[PAGE_ROWS * ROW_LONGS]);
    }
    int row = size++;
    set(row, 0, id.getMostSignificantBits());
    set(row, 1, id.getLeastSignificantBits());
    set(row, 2, fingerprint);
  }

  /** The bucket that holds this id, or the empty one where it belongs. */
  private int bucketOf(long high, long low) {
    int mask = buckets.length - 1;
    int bucket = (int) mix(mix(high ^ seed) + (low ^ Long.rotateLeft(seed, 32))) & mask;
    while (buckets[bucket] != 0 && !isAt(buckets[bucket] - 1, high, low)) {
      bucket = (bucket + 1) & mask;
    }
    return bucket;
  }

  private boolean isAt(int row, long high, long low) {
    return get(row, 0) == high && get(row, 1) == low;
  }

  private void rehash() {
    buckets = new int[Math.multiplyExact(buckets.length, 2)];
    for (int row = 0; row < size; row++) {
      buckets[bucketOf(get(row, 0), get(row, 1))] = row + 1;
    }
  }

  /** The finalizer of SplitMix64: every bit of the input reaches every bit of the output. */
  private static long mix(long value) {
    long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }

  private long get(int row, int column) {
    return pages.get(row / PAGE_ROWS)[(row % PAGE_ROWS) * ROW_LONGS + column];
  }

  private void set(int row, int column, long value) {
    pages.get(row / PAGE_ROWS)[(row % PAGE_ROWS) * ROW_LONGS + column] = value;
  }
}
