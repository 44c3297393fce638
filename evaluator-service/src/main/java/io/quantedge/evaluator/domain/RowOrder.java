package io.quantedge.evaluator.domain;

import java.util.Arrays;

/**
 * Sorts the rows of a slot for its digest, by radix: a million take a fraction of a second and 16
 * bytes each, and no choice of ids makes it slower.
 */
final class RowOrder {
  private static final int DIGIT_BITS = 8;
  private static final int DIGITS = 1 << DIGIT_BITS;

  private RowOrder() {}

  /** The numbers of the counted rows in ascending order of their ids, as unsigned numbers. */
  static int[] countedById(BidRows rows) {
    int[] order = new int[rows.size()];
    int counted = 0;
    for (int row = 0; row < rows.size(); row++) {
      if (rows.isCounted(row)) {
        order[counted++] = row;
      }
    }
    order = Arrays.copyOf(order, counted);
    long[] half = new long[rows.size()];
    Arrays.setAll(half, rows::low);
    order = sortedBy(half, order);
    Arrays.setAll(half, rows::high);
    return sortedBy(half, order);
  }

  /** Stable, from the least significant digit on. */
  private static int[] sortedBy(long[] keys, int[] rows) {
    int[] from = rows;
    int[] to = new int[rows.length];
    for (int shift = 0; shift < Long.SIZE; shift += DIGIT_BITS) {
      int[] places = places(keys, from, shift);
      if (places.length == 0) {
        continue;
      }
      for (int row : from) {
        to[places[digit(keys[row], shift)]++] = row;
      }
      int[] sorted = to;
      to = from;
      from = sorted;
    }
    return from;
  }

  /** Where the rows of each digit begin; nothing if all rows have the same digit. */
  private static int[] places(long[] keys, int[] rows, int shift) {
    int[] counts = new int[DIGITS];
    for (int row : rows) {
      counts[digit(keys[row], shift)]++;
    }
    int next = 0;
    for (int digit = 0; digit < DIGITS; digit++) {
      int count = counts[digit];
      if (count == rows.length) {
        return new int[0];
      }
      counts[digit] = next;
      next += count;
    }
    return counts;
  }

  private static int digit(long key, int shift) {
    return (int) (key >>> shift) & (DIGITS - 1);
  }
}
