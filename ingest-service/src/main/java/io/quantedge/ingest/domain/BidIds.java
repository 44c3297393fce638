package io.quantedge.ingest.domain;

import java.util.UUID;

/**
 * A set of ids of bids in 21 to 43 bytes each: two {@code long}s and open addressing, where a set
 * of objects takes 75 and more. Exact. Bidders choose the ids, so where one goes depends on a seed
 * that they do not know: else they could make every look-up long. Not thread-safe.
 */
final class BidIds {
  private static final int FIRST_CAPACITY = 16;
  private static final long MULTIPLIER = 0x9E3779B97F4A7C15L;

  private final long seed;
  private long[] cells = new long[2 * FIRST_CAPACITY];
  private int size;
  private boolean hasNil;

  BidIds(long seed) {
    this.seed = seed;
  }

  /** Returns false if the id was there. */
  boolean add(UUID id) {
    long high = id.getMostSignificantBits();
    long low = id.getLeastSignificantBits();
    if (high == 0 && low == 0) {
      boolean added = !hasNil;
      hasNil = true;
      return added;
    }
    int cell = cellOf(cells, high, low);
    if (cells[cell] != 0 || cells[cell + 1] != 0) {
      return false;
    }
    cells[cell] = high;
    cells[cell + 1] = low;
    size++;
    // Three quarters full; an id takes two of the array's elements.
    if (size * 8L > cells.length * 3L) {
      grow();
    }
    return true;
  }

  int size() {
    return size + (hasNil ? 1 : 0);
  }

  private void grow() {
    long[] larger = new long[Math.multiplyExact(cells.length, 2)];
    for (int i = 0; i < cells.length; i += 2) {
      if (cells[i] != 0 || cells[i + 1] != 0) {
        int cell = cellOf(larger, cells[i], cells[i + 1]);
        larger[cell] = cells[i];
        larger[cell + 1] = cells[i + 1];
      }
    }
    cells = larger;
  }

  /** The cell of this id, or the free one where it belongs. */
  private int cellOf(long[] table, long high, long low) {
    int mask = table.length - 1;
    int cell = (int) (mixed(high, low) << 1) & mask;
    while ((table[cell] != 0 || table[cell + 1] != 0)
        && (table[cell] != high || table[cell + 1] != low)) {
      cell = (cell + 2) & mask;
    }
    return cell;
  }

  private long mixed(long high, long low) {
    long h = mix(high ^ seed);
    return mix(h ^ low ^ Long.rotateLeft(seed, 32));
  }

  /** The finalizer of SplittableRandom (Stafford's variant 13): every bit moves every other. */
  private static long mix(long value) {
    long z = value * MULTIPLIER;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
