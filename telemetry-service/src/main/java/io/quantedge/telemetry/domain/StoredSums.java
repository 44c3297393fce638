package io.quantedge.telemetry.domain;

import java.time.Instant;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the truth store sums up about slots that were settled before an instant: older than all that
 * the topics tell of, so no slot is counted here and there. Immutable.
 *
 * @param before the instant, not included
 * @param settled slots that were sold
 * @param rejected slots with bids that no candidate could buy
 * @param unsold slots without a valid bid
 * @param money by currency
 * @param winsByRegion auctions won, by the region of the best bid
 */
public record StoredSums(
    Instant before,
    long settled,
    long rejected,
    long unsold,
    SortedMap<String, MoneySums> money,
    SortedMap<String, Long> winsByRegion) {
  static final StoredSums NONE =
      new StoredSums(Instant.MIN, 0, 0, 0, new TreeMap<>(), new TreeMap<>());

  public StoredSums {
    money = Collections.unmodifiableSortedMap(new TreeMap<>(money));
    winsByRegion = Collections.unmodifiableSortedMap(new TreeMap<>(winsByRegion));
  }
}
