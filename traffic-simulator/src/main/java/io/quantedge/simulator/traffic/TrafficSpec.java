package io.quantedge.simulator.traffic;

import java.time.Duration;

/**
 * What traffic somebody wants. The same one gives the same auctions and bids, whatever the exchange
 * answers.
 *
 * @param bidsPerSecond over all regions and auctions, 1 or more
 * @param slots auctions at a time, 1 or more; while one follows another, both are open
 * @param contentionPercent share of them that close at one moment and that the same few advertisers
 *     win, 0 to 100
 * @param duration until no more bids are sent; above zero
 */
public record TrafficSpec(
    TrafficProfile profile,
    int bidsPerSecond,
    int slots,
    int contentionPercent,
    Duration duration,
    Identity identity) {

  /**
   * What makes one run differ from another.
   *
   * @param runId 1 to 20 letters or digits, part of all ids
   */
  public record Identity(String runId, long seed) {}

  public TrafficSpec {
    require(bidsPerSecond >= 1, "bidsPerSecond must be 1 or more; it was " + bidsPerSecond);
    require(slots >= 1, "slots must be 1 or more; it was " + slots);
    require(
        contentionPercent >= 0 && contentionPercent <= 100,
        "contentionPercent must be 0 to 100; it was " + contentionPercent);
    require(duration.isPositive(), "duration must be above zero; it was " + duration);
  }

  /** How many of the auctions at a time are contended. */
  int contendedSlots() {
    return (slots * contentionPercent + 99) / 100;
  }

  private static void require(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
