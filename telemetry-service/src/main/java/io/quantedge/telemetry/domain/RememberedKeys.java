package io.quantedge.telemetry.domain;

import java.util.Arrays;

/**
 * Remembers which keys were retired, in 16 to 32 bytes each, so that a repeat about one of them is
 * recognised. Holds at least the last {@code capacity} keys and at most twice as many: two
 * generations, of which the older one is dropped when the younger one is full. Not thread-safe.
 */
final class RememberedKeys {
  private final int capacity;
  private long[] young;
  private long[] old;
  private int youngSize;

  /**
   * @param capacity how many keys are remembered at least, 1 to 10,000,000
   */
  RememberedKeys(int capacity) {
    if (capacity < 1 || capacity > 10_000_000) {
      throw new IllegalArgumentException(
          "remembered keys must be 1 to 10,000,000; it was " + capacity);
    }
    this.capacity = capacity;
    this.young = new long[16];
    this.old = new long[16];
  }

  void add(Object key) {
    long fingerprint = fingerprint(key);
    if (contains(young, fingerprint) || contains(old, fingerprint)) {
      return;
    }
    if (youngSize == capacity) {
      old = young;
      young = new long[16];
      youngSize = 0;
    }
    if (2 * (youngSize + 1) > young.length) {
      young = grown(young);
    }
    insert(young, fingerprint);
    youngSize++;
  }

  boolean contains(Object key) {
    if (youngSize == 0) {
      return false;
    }
    long fingerprint = fingerprint(key);
    return contains(young, fingerprint) || contains(old, fingerprint);
  }

  /** Zero marks an empty place, so it stands for no key. */
  private static long fingerprint(Object key) {
    long fingerprint = Fingerprint.of(key);
    return fingerprint == 0 ? 1 : fingerprint;
  }

  private static boolean contains(long[] table, long fingerprint) {
    return table[place(table, fingerprint)] == fingerprint;
  }

  private static void insert(long[] table, long fingerprint) {
    table[place(table, fingerprint)] = fingerprint;
  }

  /**
   * Where the fingerprint is, or the empty place where it belongs; a table is at most half full.
   */
  private static int place(long[] table, long fingerprint) {
    int mask = table.length - 1;
    int place = (int) fingerprint & mask;
    while (table[place] != 0 && table[place] != fingerprint) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private static long[] grown(long[] table) {
    long[] larger = new long[table.length * 2];
    Arrays.stream(table).filter(entry -> entry != 0).forEach(entry -> insert(larger, entry));
    return larger;
  }
}
