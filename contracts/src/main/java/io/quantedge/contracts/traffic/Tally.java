package io.quantedge.contracts.traffic;

import io.quantedge.contracts.bid.RejectionReason;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How many bids were received up to some offset, and what became of them. It cannot be built unless
 * it adds up: {@code received = counted + duplicate + rejected}.
 *
 * @param received every bid up to the offset, zero or more
 * @param counted those that took part in the auction
 * @param duplicate exact repeats, without effect
 * @param rejected the others, by reason; reasons without a bid are absent
 */
public record Tally(
    long received, long counted, long duplicate, SortedMap<RejectionReason, Long> rejected) {
  public static final Tally NONE = new Tally(0, 0, 0, new TreeMap<>());

  public Tally {
    rejected = Collections.unmodifiableSortedMap(new TreeMap<>(rejected));
    long explained = counted + duplicate + sum(rejected);
    if (received != explained) {
      throw new IllegalArgumentException(
          "received must equal counted + duplicate + rejected; it was "
              + received
              + " against "
              + explained);
    }
  }

  public long rejectedTotal() {
    return sum(rejected);
  }

  private static long sum(SortedMap<RejectionReason, Long> rejected) {
    return rejected.values().stream().mapToLong(Long::longValue).sum();
  }
}
