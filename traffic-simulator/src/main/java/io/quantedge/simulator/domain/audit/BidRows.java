package io.quantedge.simulator.domain.audit;

import io.quantedge.contracts.bid.Bid;
import io.quantedge.contracts.bid.BidHash;
import io.quantedge.contracts.id.BidId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The first record of each bid id of one slot, in {@value #LONGS} longs for each and an index of 5
 * to 11 bytes: the id, 128 bits of the content's SHA-256, the whole SHA-256 of the record for the
 * digest, and the offset. Ids are compared in full. Not thread-safe.
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
  private static final int CHUNK_BITS = 5;
  private static final int CHUNK_ROWS = 1 << CHUNK_BITS;

  /** An offset is never negative, so the sign bit can say that the bid counts. */
  private static final long COUNTED = Long.MIN_VALUE;

  private static final int NONE = -1;

  private final long seed;
  private final List<long[]> chunks = new ArrayList<>();
  private int[] index = emptyIndex(FIRST_CAPACITY);
  private int size;
  private int newest = NONE;

  /**
   * @param seed of the index's order; nobody who chooses bid ids may know it
   */
  BidRows(long seed) {
    this.seed = seed;
  }

  /** Keeps the record if it is the first of its id. */
  Meeting meet(Bid bid, long offset) {
    newest = NONE;
    UUID id = bid.bidId().value();
    ByteBuffer content = ByteBuffer.wrap(BidHash.ofContent(bid));
    int known = row(id.getMostSignificantBits(), id.getLeastSignificantBits());
    if (known != NONE) {
      boolean same =
          get(known, CONTENT) == content.getLong() && get(known, CONTENT + 1) == content.getLong();
      return same ? Meeting.REPEATED : Meeting.CONTRADICTED;
    }
    if (size == chunks.size() * CHUNK_ROWS) {
      chunks.add(new long[CHUNK_ROWS * LONGS]);
    }
    newest = size++;
    put(newest, 0, id.getMostSignificantBits());
    put(newest, 1, id.getLeastSignificantBits());
    put(newest, CONTENT, content.getLong());
    put(newest, CONTENT + 1, content.getLong());
    ByteBuffer record = ByteBuffer.wrap(BidHash.ofRecord(bid));
    for (int i = 0; i < RECORD_LONGS; i++) {
      put(newest, RECORD + i, record.getLong());
    }
    put(newest, OFFSET, offset);
    if (4L * size > 3L * index.length) {
      grow();
    } else {
      index[place(id.getMostSignificantBits(), id.getLeastSignificantBits())] = newest;
    }
    return Meeting.NEW;
  }

  /** The bid that was kept last counts. */
  void countNewest() {
    if (newest == NONE) {
      throw new IllegalStateException("the last bid was not the first of its id");
    }
    put(newest, OFFSET, get(newest, OFFSET) | COUNTED);
  }

  int size() {
    return size;
  }

  /** The digest over the bids that count, as an outcome has it. */
  String digestOfCounted() {
    return digest(row -> get(row, OFFSET) < 0);
  }

  /** The same over all bids. */
  String digestOfAll() {
    return digest(row -> true);
  }

  /** Up to so many of the bids here that are missing there, or are kept there differently. */
  List<Unlike> unlike(BidRows other, int atMost) {
    return rows()
        .filter(row -> !isSame(row, other, other.row(get(row, 0), get(row, 1))))
        .limit(atMost)
        .mapToObj(row -> {
          int there = other.row(get(row, 0), get(row, 1));
          return new Unlike(
              new BidId(new UUID(get(row, 0), get(row, 1))),
              offset(row),
              there == NONE ? -1 : other.offset(there));
        })
        .toList();
  }

  private boolean isSame(int row, BidRows other, int there) {
    return there != NONE
        && offset(row) == other.offset(there)
        && IntStream.range(RECORD, RECORD + RECORD_LONGS)
            .allMatch(i -> get(row, i) == other.get(there, i));
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
      bytes.putLong(get(row, 0)).putLong(get(row, 1));
      for (int i = 0; i < RECORD_LONGS; i++) {
        bytes.putLong(get(row, RECORD + i));
      }
      sha256.update(bytes.array());
    }
    return HexFormat.of().formatHex(sha256.digest());
  }

  private int compareIds(int a, int b) {
    int high = Long.compareUnsigned(get(a, 0), get(b, 0));
    return high != 0 ? high : Long.compareUnsigned(get(a, 1), get(b, 1));
  }

  private IntStream rows() {
    return IntStream.range(0, size);
  }

  private long offset(int row) {
    return get(row, OFFSET) & ~COUNTED;
  }

  private long get(int row, int column) {
    return chunks.get(row >>> CHUNK_BITS)[(row & (CHUNK_ROWS - 1)) * LONGS + column];
  }

  private void put(int row, int column, long value) {
    chunks.get(row >>> CHUNK_BITS)[(row & (CHUNK_ROWS - 1)) * LONGS + column] = value;
  }

  private void grow() {
    index = emptyIndex(2 * index.length);
    rows().forEach(row -> index[place(get(row, 0), get(row, 1))] = row);
  }

  /** The row of an id, below zero if it was not met. */
  private int row(long high, long low) {
    return index[place(high, low)];
  }

  /** Where an id stands in the index, or would stand. The capacity is a power of two. */
  private int place(long high, long low) {
    long mixed = (high ^ seed) * 0x9E3779B97F4A7C15L;
    mixed = (mixed ^ (mixed >>> 32) ^ low) * 0xD6E8FEB86659FD93L;
    int place = (int) (mixed ^ (mixed >>> 32)) & (index.length - 1);
    while (index[place] != NONE && (get(index[place], 0) != high || get(index[place], 1) != low)) {
      place = (place + 1) & (index.length - 1);
    }
    return place;
  }

  private static int[] emptyIndex(int capacity) {
    int[] empty = new int[capacity];
    Arrays.fill(empty, NONE);
    return empty;
  }
}
