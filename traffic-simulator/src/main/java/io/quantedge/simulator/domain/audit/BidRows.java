package io.quantedge.simulator.domain.audit;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.bid.BidHash;
import io.quantedge.contracts.id.BidId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The first record of each bid id of one slot, in {@value #LONGS} longs for each, so that a million
 * bids take about 150 MB at most: the id, 128 bits of the content's SHA-256, the whole SHA-256 of
 * the record for the digest, and the offset. Ids are compared in full. Not thread-safe.
 */
final class BidRows {
  /** What an id turned out to be. */
  enum Meeting {
    NEW,
    REPEATED,
    CONTRADICTED
  }

  private static final int LONGS = 9;
  private static final int CONTENT = 2;
  private static final int RECORD = 4;
  private static final int RECORD_LONGS = 4;
  private static final int OFFSET = 8;
  private static final int FIRST_CAPACITY = 16;

  /** An offset is never negative, so the sign bit can say that the bid counts. */
  private static final long COUNTED = Long.MIN_VALUE;

  private static final long EMPTY = Long.MAX_VALUE;

  private final long seed;
  private long[] table = emptyTable(FIRST_CAPACITY);
  private int size;
  private int newest = -1;

  /**
   * @param seed of the table's order; nobody who chooses bid ids may know it
   */
  BidRows(long seed) {
    this.seed = seed;
  }

  /** Keeps the record if it is the first of its id. */
  Meeting meet(Bid bid, long offset) {
    newest = -1;
    if (4L * (size + 1) > 3L * capacity()) {
      grow();
    }
    UUID id = bid.bidId().value();
    int row = find(table, id.getMostSignificantBits(), id.getLeastSignificantBits());
    ByteBuffer content = ByteBuffer.wrap(BidHash.ofContent(bid));
    if (table[row + OFFSET] != EMPTY) {
      boolean same =
          table[row + CONTENT] == content.getLong()
              && table[row + CONTENT + 1] == content.getLong();
      return same ? Meeting.REPEATED : Meeting.CONTRADICTED;
    }
    table[row] = id.getMostSignificantBits();
    table[row + 1] = id.getLeastSignificantBits();
    table[row + CONTENT] = content.getLong();
    table[row + CONTENT + 1] = content.getLong();
    ByteBuffer.wrap(BidHash.ofRecord(bid)).asLongBuffer().get(table, row + RECORD, RECORD_LONGS);
    table[row + OFFSET] = offset;
    newest = row;
    size++;
    return Meeting.NEW;
  }

  /** The bid that was kept last counts. */
  void countNewest() {
    if (newest < 0) {
      throw new IllegalStateException("the last bid was not the first of its id");
    }
    table[newest + OFFSET] |= COUNTED;
  }

  int size() {
    return size;
  }

  /** The digest over the bids that count, as an outcome has it. */
  String digestOfCounted() {
    return digest(row -> table[row + OFFSET] < 0);
  }

  /** The same over all bids. */
  String digestOfAll() {
    return digest(row -> true);
  }

  /** Whether this bid was kept with the same record at the same offset as over there. */
  private boolean isSameIn(BidRows other, int row) {
    int there = find(other.table, other.capacity(), other.seed, table[row], table[row + 1]);
    return Arrays.equals(
            table, row + RECORD, row + OFFSET, other.table, there + RECORD, there + OFFSET)
        && offset(row) == other.offset(there);
  }

  /** Up to so many of the bids here that are missing there, or are kept there differently. */
  List<Unlike> unlike(BidRows other, int atMost) {
    return rows()
        .filter(row -> !isSameIn(other, row))
        .limit(atMost)
        .mapToObj(row -> {
          int there = find(other.table, other.capacity(), other.seed, table[row], table[row + 1]);
          boolean known = other.table[there + OFFSET] != EMPTY;
          return new Unlike(
              new BidId(new UUID(table[row], table[row + 1])),
              offset(row),
              known ? other.offset(there) : -1);
        })
        .toList();
  }

  /**
   * A bid that is not kept alike.
   *
   * @param here its offset here
   * @param there its offset there, below zero if it is missing
   */
  record Unlike(BidId bidId, long here, long there) {}

  private String digest(IntPredicate which) {
    // Sorted by id as unsigned numbers, which is the digest's order.
    int[] rows =
        rows()
            .filter(which)
            .boxed()
            .sorted((a, b) -> compareIds(a, b))
            .mapToInt(Integer::intValue)
            .toArray();
    MessageDigest sha256 = BidHash.newSha256();
    ByteBuffer bytes = ByteBuffer.allocate((2 + RECORD_LONGS) * Long.BYTES);
    for (int row : rows) {
      bytes.clear();
      bytes.putLong(table[row]).putLong(table[row + 1]);
      bytes.asLongBuffer().put(table, row + RECORD, RECORD_LONGS);
      sha256.update(bytes.array());
    }
    return HexFormat.of().formatHex(sha256.digest());
  }

  private int compareIds(int a, int b) {
    int high = Long.compareUnsigned(table[a], table[b]);
    return high != 0 ? high : Long.compareUnsigned(table[a + 1], table[b + 1]);
  }

  private IntStream rows() {
    return IntStream.range(0, capacity())
        .map(index -> index * LONGS)
        .filter(row -> table[row + OFFSET] != EMPTY);
  }

  private long offset(int row) {
    return table[row + OFFSET] & ~COUNTED;
  }

  private int capacity() {
    return table.length / LONGS;
  }

  private void grow() {
    long[] larger = emptyTable(2 * capacity());
    rows()
        .forEach(row -> {
          int to = find(larger, table[row], table[row + 1]);
          System.arraycopy(table, row, larger, to, LONGS);
        });
    table = larger;
  }

  private int find(long[] in, long high, long low) {
    return find(in, in.length / LONGS, seed, high, low);
  }

  /** The row of an id, or the empty one where it belongs. The capacity is a power of two. */
  private static int find(long[] in, int capacity, long seed, long high, long low) {
    long mixed = (high ^ seed) * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 32) ^ low) * 0xD6E8FEB86659FD93L;
    int index = (int) (mixed ^ (mixed >>> 32)) & (capacity - 1);
    while (true) {
      int row = index * LONGS;
      if (in[row + OFFSET] == EMPTY || (in[row] == high && in[row + 1] == low)) {
        return row;
      }
      index = (index + 1) & (capacity - 1);
    }
  }

  private static long[] emptyTable(int capacity) {
    long[] table = new long[Math.multiplyExact(capacity, LONGS)];
    for (int row = 0; row < table.length; row += LONGS) {
      table[row + OFFSET] = EMPTY;
    }
    return table;
  }
}
